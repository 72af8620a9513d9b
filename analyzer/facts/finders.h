// One finder a kind of fact. In: the document as facts read it, and one sentence. Out: facts
// appended to the scan, which also learns which tokens they took. Refuses: tokens that an earlier
// finder took; so the order of the calls in facts.cpp matters. Each is linear in the sentence.
#pragma once

#include "analyzer/facts/fact_text.h"

namespace limpide {

void find_references(const FactText& text, Scan& scan);  // law, files, accounts, phones, plates
void find_dates(const FactText& text, Scan& scan);       // with ranges, lists, months, years
void find_times(const FactText& text, Scan& scan);       // times of day
void find_names(const FactText& text, Scan& scan);       // persons with a title, bodies, places
void find_numbers(const FactText& text, Scan& scan);     // amounts, durations, quantities
void find_deadlines(const FactText& text, Scan& scan);   // over the dates and durations found
void find_conditions(const FactText& text, Scan& scan);

// `clauses`: those of the sentence, into Clauses::clauses.
void find_duties(const FactText& text, WordRange clauses, Scan& scan);  // and requests
// `negations`: those of the sentence, into Clauses::negations.
void find_negations(const FactText& text, WordRange negations, Scan& scan);

}  // namespace limpide
