#include "extract/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <vector>

namespace extract {

namespace {

class Sha256 {
 public:
  Sha256() { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
  void add(const char* bytes, std::size_t size) { EVP_DigestUpdate(context_.get(), bytes, size); }
  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
    std::string text;
    text.reserve(std::size_t{2} * size);
    for (unsigned int i = 0; i < size; ++i) {
      text.push_back("0123456789abcdef"[digest[i] >> 4]);
      text.push_back("0123456789abcdef"[digest[i] & 15]);
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_{EVP_MD_CTX_new(),
                                                                   &EVP_MD_CTX_free};
};

}  // namespace

std::string sha256_of_file(const InputFile& file) {
  constexpr std::size_t kChunk = 256 * 1024;
  Sha256 digest;
  std::vector<char> chunk(kChunk);
  while (const std::size_t size = file.read(chunk)) digest.add(chunk.data(), size);
  return digest.hex();
}

std::string sha256_of_file(const std::string& path) { return sha256_of_file(InputFile(path)); }

std::string sha256_of_text(std::string_view text) {
  Sha256 digest;
  digest.add(text.data(), text.size());
  return digest.hex();
}

}  // namespace extract
