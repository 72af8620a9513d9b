# Flags of every target, through limpide_options; one static library a folder, through
# limpide_library(<folder> SOURCES ... PUBLIC ... PRIVATE ...).
option(LIMPIDE_TESTS "Build the tests" OFF)
option(LIMPIDE_BENCH "Build the benchmarks" OFF)
option(LIMPIDE_FUZZ "Build the fuzz targets (clang only)" OFF)
option(LIMPIDE_WERROR "Warnings are errors" OFF)
set(LIMPIDE_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
# The build folder has the shape of an installation, so that a program finds its data the same way.
set(LIMPIDE_SHARE ${CMAKE_BINARY_DIR}/share/limpide)

if(LIMPIDE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(limpide_options INTERFACE)
target_include_directories(limpide_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(limpide_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  # GCC 12 sees overlaps that are not there inside its own std::string (its bug 105329) once it
  # optimises; clang, which builds all of it too, has no such warning.
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow>"
  $<$<BOOL:${LIMPIDE_WERROR}>:-Werror>
  # Paths of the build machine stay out of the program.
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
if(LIMPIDE_SANITIZE)
  target_compile_options(limpide_options INTERFACE
    -fsanitize=${LIMPIDE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(limpide_options INTERFACE -fsanitize=${LIMPIDE_SANITIZE})
  target_compile_definitions(limpide_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

function(limpide_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(limpide_${name} STATIC ${ARG_SOURCES})
  add_library(limpide::${name} ALIAS limpide_${name})
  target_link_libraries(limpide_${name} PUBLIC limpide_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

function(limpide_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE limpide_options ${ARG_LINKS})
endfunction()

# One test program a folder; TESTS_ENVIRONMENT gives it the data and the sources.
function(limpide_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE limpide_options ${ARG_LINKS} GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE
    LIMPIDE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LIMPIDE_DATA_DIR="${LIMPIDE_SHARE}")
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
endfunction()
