# Holds the direction of the layers and the homes of third-party headers (ARCHITECTURE.md).
#
#   cmake -D ROOT=<source tree> -P tools/check_layers.cmake
#
# Fails, naming file and line, on
#   * an include from a layer to one on its right,
#   * a third-party header outside its home, or one that has no home here,
#   * a header that brings Poppler's or Tesseract's types to another layer,
#   * a .cpp that does not include its own header first (that is what proves a header complete).

cmake_minimum_required(VERSION 3.25)

set(LAYERS extract parsers schema corpus app)

# Third-party headers and the files that may include them, as regular expressions on the include and
# on the file's path from the root. The first match counts.
set(HOMES
  "^(poppler-config|[A-Z][A-Za-z0-9_]*)\\.h$|^(goo|poppler|splash|fofi)/" "^extract/poppler_[a-z_]*\\.(h|cpp)$"
  "^(tesseract|leptonica)/" "^extract/tesseract_[a-z_]*\\.(h|cpp)$"
  "^openssl/" "^extract/sha256\\.cpp$"
  "^unicode/" "\\.cpp$"
  "^re2/" "\\.cpp$"
  "^sqlite3\\.h$" "^schema/database\\.cpp$"
  "^xlsxwriter(\\.h|/)" "^schema/xlsx_export\\.cpp$"
  "^nlohmann/" "^(schema|corpus|app)/"
  "^CLI/" "^app/"
  "^httplib\\.h$" "^app/server\\.cpp$"
  "^seccomp\\.h$" "^app/[a-z_0-9]*\\.cpp$"
  "^fmt/" "."
)

# The C++ library and the operating system's own.
set(SYSTEM "^[a-z_0-9]+$|^(sys|linux)/[a-z_]+\\.h$|^(dirent|fcntl|poll|pwd|signal|termios|unistd)\\.h$")

set(problems "")

function(problem file line text)
  list(APPEND problems "${file}:${line}: ${text}")
  set(problems "${problems}" PARENT_SCOPE)
endfunction()

# Sets `problems` for one #include of `file`, which is in `layer`.
function(check_include layer file line include quoted)
  if(quoted)
    string(REGEX REPLACE "/.*" "" target "${include}")
    list(FIND LAYERS "${target}" target_index)
    list(FIND LAYERS "${layer}" index)
    if(target_index EQUAL -1)
      problem("${file}" ${line} "\"${include}\" is in no layer; include from the root, as \"${layer}/…\"")
    elseif(target_index GREATER index)
      problem("${file}" ${line} "${layer} must not include ${target} (\"${include}\")")
    elseif(NOT layer STREQUAL "extract" AND include MATCHES "^extract/(poppler|tesseract)_")
      problem("${file}" ${line} "\"${include}\" belongs to extract alone")
    endif()
  elseif(NOT include MATCHES "${SYSTEM}")
    set(found FALSE)
    set(homes ${HOMES})
    while(homes)
      list(POP_FRONT homes pattern home)
      if(include MATCHES "${pattern}")
        set(found TRUE)
        if(NOT file MATCHES "${home}")
          problem("${file}" ${line} "<${include}> is outside its home, ${home}")
        endif()
        break()
      endif()
    endwhile()
    if(NOT found)
      problem("${file}" ${line} "<${include}> has no home; give it one in tools/check_layers.cmake")
    endif()
  endif()
  set(problems "${problems}" PARENT_SCOPE)
endfunction()

function(check_file layer file)
  file(STRINGS "${ROOT}/${file}" lines REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
  file(STRINGS "${ROOT}/${file}" all)
  set(first TRUE)
  foreach(text IN LISTS lines)
    string(REGEX MATCH "include[ \t]*([<\"])([^>\"]+)" match "${text}")
    set(quoted FALSE)
    if(CMAKE_MATCH_1 STREQUAL "\"")
      set(quoted TRUE)
    endif()
    set(include "${CMAKE_MATCH_2}")
    list(FIND all "${text}" line)
    math(EXPR line "${line} + 1")
    if(first AND file MATCHES "\\.cpp$")
      string(REGEX REPLACE "\\.cpp$" ".h" own "${file}")
      if(EXISTS "${ROOT}/${own}" AND NOT include STREQUAL own)
        problem("${file}" ${line} "includes <${include}> before its own header")
      endif()
    endif()
    set(first FALSE)
    check_include("${layer}" "${file}" ${line} "${include}" ${quoted})
  endforeach()
  set(problems "${problems}" PARENT_SCOPE)
endfunction()

set(files_seen 0)
foreach(layer IN LISTS LAYERS)
  file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/${layer}/*.h" "${ROOT}/${layer}/*.cpp")
  foreach(file IN LISTS files)
    math(EXPR files_seen "${files_seen} + 1")
    check_file("${layer}" "${file}")
  endforeach()
endforeach()

if(files_seen EQUAL 0)
  message(FATAL_ERROR "no source files under ROOT=${ROOT}")
endif()
if(problems)
  list(JOIN problems "\n  " text)
  message(FATAL_ERROR "the layers are broken:\n  ${text}")
endif()
message(STATUS "${files_seen} files keep to the layers")
