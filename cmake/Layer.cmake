# add_layer(NAME DEPENDS layer-or-library… FILES file…): the one way to declare a layer's library.
# Third-party libraries are PRIVATE: their headers reach no other layer.
add_library(namndata_warnings INTERFACE)
target_compile_options(namndata_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion)
# g++ 12 sees overlapping copies in std::string where there are none (GCC bug 105651), and with
# sanitizers unset optionals where they are set (the manual says so of -Wmaybe-uninitialized).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(namndata_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(NAMNDATA_WERROR)
  target_compile_options(namndata_warnings INTERFACE -Werror)
endif()
if(NAMNDATA_SANITIZE)
  target_compile_options(namndata_warnings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
                                                    -fno-omit-frame-pointer)
  target_link_options(namndata_warnings INTERFACE -fsanitize=address,undefined)
endif()
if(NAMNDATA_FUZZ)
  target_compile_options(namndata_warnings INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(namndata_warnings INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(add_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;DEPENDS;FILES")
  add_library(${name} STATIC ${arg_FILES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_USES} PRIVATE namndata_warnings ${arg_DEPENDS})
endfunction()
