# Static files (CSS, scripts, the catalogue) into a C++ source, so that a program needs no data file for them and
# .cpp files stay readable. As a module: limpide_embed(<target> <header> <name>=<file> ...). As a
# script (cmake -P): writes OUT from PIECES. Each piece gives `k<Name>` (the bytes) and
# `k<Name>Sha256` (hexadecimal), which the header declares. Files are UTF-8 and do not hold the text `)limpide"`.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  set(code "// Made by cmake/LimpideEmbed.cmake. Do not edit.\n#include \"${HEADER}\"\n\nnamespace limpide {\n\n")
  string(REPLACE "|" ";" PIECES "${PIECES}")
  foreach(piece IN LISTS PIECES)
    string(REGEX MATCH "^([^=]+)=(.+)$" ignored "${piece}")
    set(name ${CMAKE_MATCH_1})
    set(file ${CMAKE_MATCH_2})
    file(READ ${file} content)
    file(SHA256 ${file} hash)
    string(APPEND code "const std::string_view k${name} = R\"limpide(${content})limpide\";\n")
    string(APPEND code "const std::string_view k${name}Sha256 = \"${hash}\";\n\n")
  endforeach()
  string(APPEND code "}  // namespace limpide\n")
  file(WRITE ${OUT} "${code}")
  return()
endif()

set(LIMPIDE_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(limpide_embed target header)
  set(pieces "")
  set(files "")
  foreach(piece IN LISTS ARGN)
    string(REGEX MATCH "^([^=]+)=(.+)$" ignored "${piece}")
    get_filename_component(path ${CMAKE_MATCH_2} ABSOLUTE)
    list(APPEND files ${path})
    list(APPEND pieces ${CMAKE_MATCH_1}=${path})
  endforeach()
  string(REPLACE ";" "|" pieces "${pieces}")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/pieces_generated.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DHEADER=${header} "-DPIECES=${pieces}"
            -P ${LIMPIDE_EMBED_SCRIPT}
    DEPENDS ${files} ${LIMPIDE_EMBED_SCRIPT} VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
