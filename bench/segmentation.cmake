limpide_program(limpide-segmentation-bench
  SOURCES segmentation_bench.cpp LINKS limpide::segmentation benchmark::benchmark)
target_compile_definitions(limpide-segmentation-bench PRIVATE LIMPIDE_DATA_DIR="${LIMPIDE_SHARE}")
add_dependencies(limpide-segmentation-bench limpide_dictionaries)
