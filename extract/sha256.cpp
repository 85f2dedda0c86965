#include "extract/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <vector>

#include "extract/input_file.h"

namespace extract {

std::string sha256_of_file(const std::string& path) {
  constexpr std::size_t kChunk = 256 * 1024;
  const InputFile file(path);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::vector<char> chunk(kChunk);
  while (const std::size_t size = file.read(chunk)) {
    EVP_DigestUpdate(context.get(), chunk.data(), size);
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(context.get(), digest.data(), &size);
  std::string hex;
  hex.reserve(std::size_t{2} * size);
  for (unsigned int i = 0; i < size; ++i) {
    hex.push_back("0123456789abcdef"[digest[i] >> 4]);
    hex.push_back("0123456789abcdef"[digest[i] & 15]);
  }
  return hex;
}

}  // namespace extract
