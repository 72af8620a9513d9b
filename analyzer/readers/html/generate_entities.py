#!/usr/bin/env python3
"""Writes entities_generated.cpp beside this script: the named character references of HTML 5,
as the Python standard library lists them (html.entities.html5, from the WHATWG standard)."""
import html.entities
import pathlib

HEAD = '''// Made by generate_entities.py; do not edit. The named character references of HTML 5, by name.
#include "analyzer/readers/html/entities.h"

namespace limpide {

// clang-format off
const NamedEntity kNamedEntities[] = {
'''
TAIL = '''};
// clang-format on

const std::size_t kNamedEntityCount = sizeof(kNamedEntities) / sizeof(kNamedEntities[0]);

}  // namespace limpide
'''

table = html.entities.html5
lines = []
for name in sorted(key[:-1] for key in table if key.endswith(';')):
    octal = ''.join(f'\\{byte:03o}' for byte in table[name + ';'].encode())
    lines.append(f'    {{"{name}", "{octal}", {"true" if name in table else "false"}}},\n')
path = pathlib.Path(__file__).with_name('entities_generated.cpp')
path.write_text(HEAD + ''.join(lines) + TAIL, encoding='ascii')
