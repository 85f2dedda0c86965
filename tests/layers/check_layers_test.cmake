# The layer check passes on a good tree and fails on each kind of bad one.
#
#   cmake -D CHECK=tools/check_layers.cmake -D FOLDER=<scratch folder> -P check_layers_test.cmake

cmake_minimum_required(VERSION 3.25)

# expect(pass|fail NAME FILE CONTENT): a tree of one good file and FILE.
function(expect outcome name file content)
  file(REMOVE_RECURSE "${FOLDER}")
  file(WRITE "${FOLDER}/extract/page.h" "#include <string>\n")
  file(WRITE "${FOLDER}/${file}" "${content}")
  execute_process(COMMAND "${CMAKE_COMMAND}" -D "ROOT=${FOLDER}" -P "${CHECK}"
                  RESULT_VARIABLE result ERROR_VARIABLE message OUTPUT_QUIET)
  if(outcome STREQUAL "pass" AND NOT result EQUAL 0)
    message(SEND_ERROR "${name}: should pass, but: ${message}")
  elseif(outcome STREQUAL "fail" AND result EQUAL 0)
    message(SEND_ERROR "${name}: should fail")
  elseif(outcome STREQUAL "fail" AND NOT message MATCHES "${file}:[0-9]+")
    message(SEND_ERROR "${name}: the message does not name ${file}: ${message}")
  endif()
endfunction()

expect(pass "leftwards" parsers/a.cpp "#include \"extract/page.h\"\n#include <vector>\n")
expect(fail "rightwards" extract/a.cpp "#include \"parsers/a.h\"\n")
expect(fail "rightwards, far" extract/a.h "// x\n#include \"app/a.h\"\n")
expect(fail "rightwards, spaced" schema/a.cpp "#  include \"corpus/a.h\"\n")
expect(fail "not from the root" parsers/a.cpp "#include \"b.h\"\n")
expect(pass "Poppler at home" extract/poppler_a.h "#include <OutputDev.h>\n#include <goo/GooString.h>\n")
expect(fail "Poppler beside its home" extract/words.cpp "#include <PDFDoc.h>\n")
expect(fail "Poppler in another layer" app/a.cpp "#include <goo/GooString.h>\n")
expect(fail "Poppler's adapter in another layer" parsers/a.cpp "#include \"extract/poppler_page.h\"\n")
expect(pass "SQLite at home" schema/database.cpp "#include <sqlite3.h>\n")
expect(fail "SQLite in a header" schema/database.h "#include <sqlite3.h>\n")
expect(fail "SQLite beside its home" schema/load.cpp "#include <sqlite3.h>\n")
expect(pass "RE2 in a .cpp" parsers/a.cpp "#include <re2/re2.h>\n")
expect(fail "RE2 in a header" parsers/a.h "#include <re2/re2.h>\n")
expect(fail "ICU in a header" extract/a.h "#include <unicode/uchar.h>\n")
expect(fail "CLI11 outside app" schema/a.cpp "#include <CLI/CLI.hpp>\n")
expect(fail "web server beside its home" app/a.cpp "#include <httplib.h>\n")
expect(fail "a library without a home" app/a.cpp "#include <boost/any.hpp>\n")
expect(pass "the operating system's" app/a.cpp "#include <sys/wait.h>\n#include <unistd.h>\n")
expect(fail "own header not first" extract/page.cpp "#include <string>\n#include \"extract/page.h\"\n")
expect(pass "own header first" extract/page.cpp "#include \"extract/page.h\"\n#include <string>\n")

file(REMOVE_RECURSE "${FOLDER}")
execute_process(COMMAND "${CMAKE_COMMAND}" -D "ROOT=${FOLDER}" -P "${CHECK}"
                RESULT_VARIABLE result ERROR_QUIET OUTPUT_QUIET)
if(result EQUAL 0)
  message(SEND_ERROR "an empty tree: should fail")
endif()
