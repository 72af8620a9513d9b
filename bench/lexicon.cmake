limpide_program(limpide-lexicon-bench SOURCES lexicon_bench.cpp LINKS limpide::lexicon)
