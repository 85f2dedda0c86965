# embed_text(TARGET NAMESPACE ns FILES file…): builds text files into TARGET as string constants.
#
#   embed_text(schema NAMESPACE schema::embedded FILES schema.sql catalogue/regions.csv)
#
# gives #include "schema/embedded.h" (the folder is the target's name) with, per file,
#   extern const std::string_view schema_sql, regions_csv;
# the file's own name with every other character than [A-Za-z0-9] as '_' ("n" before a digit).
# Made again when a file changes. The texts must not contain  )NAMNDATA"  .
function(embed_text target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAMESPACE" "FILES")
  set(folder ${CMAKE_BINARY_DIR}/generated/${target})
  set(files "")
  foreach(file ${arg_FILES})
    list(APPEND files ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  string(REPLACE ";" "|" list_of_files "${files}")
  add_custom_command(
    OUTPUT ${folder}/embedded.cpp ${folder}/embedded.h
    COMMAND ${CMAKE_COMMAND} -DTARGET=${target} -DNAMESPACE=${arg_NAMESPACE} "-DFILES=${list_of_files}"
            -DFOLDER=${folder} -P ${CMAKE_SOURCE_DIR}/cmake/EmbedTextScript.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/EmbedTextScript.cmake
    COMMENT "Embedding texts in ${target}"
    VERBATIM)
  target_sources(${target} PRIVATE ${folder}/embedded.cpp ${folder}/embedded.h)
  target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/generated)
endfunction()
