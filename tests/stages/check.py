#!/usr/bin/env python3
"""Checks the gold tables under tests/stages beside this script: shapes, marks, counts, check digits, likely missing marks."""
import collections, pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parent / 'tests' / 'stages'
ERRORS = []
SPACES = ' \u00a0\u202f'
KINDS = ('date time amount percentage phone email url iban nir postal-code law-reference '
         'form-number case-number number').split()
MINIMUM = dict.fromkeys(KINDS, 15) | {'date': 45, 'amount': 45, 'law-reference': 45}
ROLES = ('sender recipient place-date reference object salutation body list-item heading quoted-law '
         'closing signature attachments footer table').split()
MULTIWORD = {'du': 'de+le', 'des': 'de+les', 'au': 'à+le', 'aux': 'à+les', 'duquel': 'de+lequel',
             'desquels': 'de+lesquels', 'desquelles': 'de+lesquelles', 'auquel': 'à+lequel',
             'auxquels': 'à+lesquels', 'auxquelles': 'à+lesquelles'}
S = '[ \u00a0\u202f]'
MONTH = '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)'
SHAPE = {
    'date': rf'(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche){S})?(?:(?:1er|\d\d?)(?:-\d\d?)?{S})?{MONTH}(?:{S}\d{{4}})?'
            r'|\d\d/\d\d/\d{4}|\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d',
    'time': rf'\d\d?{S}?h(?:{S}?\d\d)?|\d\d:\d\d',
    'amount': rf'\d[\d {chr(0xa0)}{chr(0x202f)}]*(?:,\d+)?{S}?(?:€|euros?|EUR|M€|k€|millions?{S}d’euros)',
    'percentage': rf'\d+(?:,\d+)?{S}?(?:%|pour{S}cent)',
    'phone': r'\+?\d[\d .()-]*\d',
    'email': r'[\w.+-]+@[\w.-]+\.\w+',
    'url': r'(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#=&\w.-]*\w)?',
    'iban': r'FR[\d ]+', 'nir': r'[12][\d ]+', 'postal-code': r'\d{5}',
    'law-reference': rf'(?:articles?|art\.|loi|décret|arrêté|alinéa|règlement|ordonnance|directive|deuxième|2°){S}.*[\w\d]',
    'form-number': rf'(?i:formulaire|cerfa|imprimé){S}.*\d.*',
    'case-number': r'.*\d.*', 'number': rf'[nN]°{S}?\d+(?:{S}(?:bis|ter))?',
}
# What, left unmarked, is nearly always a forgotten mark.
MISSED = [rf'\d{S}?(?:€|euros?\b|%)', r'\w@\w', r'https?://', r'www\.', rf'\b(?:1er|\d\d?){S}{MONTH}\b',
          r'\b\d\d/\d\d/\d{4}', rf'\b\d\d?{S}?h(?:{S}?\d\d)?\b', r'\b\d\d:\d\d\b', rf'\b[LRD]\.{S}\d', rf'[nN]°{S}?\d',
          rf'{MONTH}{S}\d{{4}}', rf'\b\d{{5}}{S}[A-ZÉ]', r'\bFR\d\d', rf'(?:loi|décret|arrêté){S}(?:n°|du \d)']


def error(path, line, text):
    ERRORS.append(f'{path.name}:{line}: {text}')


def cases(path):
    raw = path.read_bytes()
    if b'\r' in raw or raw.startswith(b'\xef\xbb\xbf') or not raw.endswith(b'\n'):
        error(path, 0, 'line ends or BOM')
    for number, line in enumerate(raw.decode('utf-8').split('\n')[:-1], 1):
        if line != line.rstrip(' \t') and not line.startswith('#'):
            error(path, number, 'trailing space')
        if line.startswith('#'):
            continue
        yield number, line


def once(path, seen, number, key):
    if key in seen:
        error(path, number, f'repeats line {seen[key]}: {key}')
    seen[key] = number


def digits(text):
    return re.sub(r'\D', '', text)


def check_iban(text):
    s = text.replace(' ', '')
    return len(s) == 27 and int(''.join(str(int(c, 36)) for c in s[4:] + s[:4])) % 97 == 1


def check_nir(text):
    s = digits(text)
    return len(s) == 13 or len(s) == 15 and 97 - int(s[:13]) % 97 == int(s[13:])


def luhn(text):
    total = 0
    for i, c in enumerate(reversed(digits(text))):
        d = int(c) * (1 + i % 2)
        total += d - 9 if d > 9 else d
    return total % 10 == 0


def check_protected():
    path = ROOT / 'segmentation' / 'protected.txt'
    counts, seen, lines, bare = collections.Counter(), {}, 0, 0
    for number, line in cases(path):
        if not line:
            error(path, number, 'empty line')
            continue
        lines += 1
        once(path, seen, number, line)
        marks = re.findall(r'\[\[([a-z-]+)\|([^\[\]|]+)\]\]', line)
        if line.count('[[') != len(marks) or line.count(']]') != len(marks) or line.count('|') != len(marks):
            error(path, number, 'unbalanced marks')
        bare += not marks
        for kind, text in marks:
            counts[kind] += 1
            if kind not in SHAPE:
                error(path, number, f'unknown kind {kind}')
            elif not re.fullmatch(SHAPE[kind], text):
                error(path, number, f'odd {kind}: {text!r}')
            if text[0] in SPACES or text[-1] in SPACES + '.,;:':
                error(path, number, f'untrimmed {text!r}')
            if kind == 'iban' and not check_iban(text) or kind == 'nir' and not check_nir(text):
                error(path, number, f'check digits {text}')
            if kind == 'case-number' and len(digits(text)) in (9, 14) and 'SIRE' in line and not luhn(text):
                error(path, number, f'check digits {text}')
        rest = re.sub(r'\[\[[^\]]*\]\]', '▒', line)
        for pattern in MISSED:
            if re.search(pattern, rest):
                error(path, number, f'perhaps a missing mark ({pattern}): {rest}')
    for kind in KINDS:
        if counts[kind] < MINIMUM[kind]:
            error(path, 0, f'only {counts[kind]} {kind}')
    print(f'protected.txt: {lines} lines, {sum(counts.values())} spans, {bare} lines without span')
    print('  ' + ', '.join(f'{k} {counts[k]}' for k in KINDS))


def check_sentences():
    path = ROOT / 'segmentation' / 'sentences.txt'
    seen, lines, marks = {}, 0, 0
    for number, line in cases(path):
        lines += 1
        marks += line.count('‖')
        once(path, seen, number, line)
        for part in line.split('‖')[:-1]:
            if not part or part[-1] not in SPACES + '⏎':
                error(path, number, 'no space or line feed before a mark')
        if any(not p.strip(SPACES + '⏎') or p[0] in SPACES for p in line.split('‖')):
            error(path, number, 'empty sentence or misplaced space')
        if '⏎' in line and re.search('⏎(?!‖)', line):
            error(path, number, 'line feed without a boundary')
        if line.count('«') != line.count('»') or line.count('(') > line.count(')'):
            error(path, number, 'unbalanced quotes or brackets')
    print(f'sentences.txt: {lines} cases, {marks} boundaries, {marks + lines} sentences')


def check_tokens():
    path = ROOT / 'segmentation' / 'tokens.txt'
    seen, lines, total, multiword = {}, 0, 0, 0
    for number, line in cases(path):
        lines += 1
        if line.count('\t') != 1:
            error(path, number, 'one tab is needed')
            continue
        raw, tokens = line.split('\t')
        once(path, seen, number, raw)
        glued = ''
        for token in tokens.split(' '):
            total += 1
            surface, equal, words = token.partition('=')
            if equal:
                multiword += 1
                if MULTIWORD.get(surface.lower()) != words:
                    error(path, number, f'multiword {token}')
            elif surface.lower() in MULTIWORD and surface.lower() not in ('du', 'des'):
                error(path, number, f'{surface} is always multiword')
            glued += surface
        if glued.replace('␣', '') != re.sub(rf'{S}', '', raw):
            error(path, number, f'tokens do not spell the text: {glued}')
        position = 0
        for token in tokens.split(' '):
            surface = token.partition('=')[0]
            while raw[position] in SPACES:
                position += 1
            piece = raw[position:position + len(surface)]
            if ''.join('␣' if c in SPACES else c for c in piece) != surface:
                error(path, number, f'{surface!r} is not at {position}: {piece!r}')
            position += len(surface)
    print(f'tokens.txt: {lines} cases, {total} tokens, {multiword} multiword')


def check_syllables():
    path = ROOT / 'lexicon' / 'syllables.tsv'
    seen, counts = {}, collections.Counter()
    for number, line in cases(path):
        match = re.fullmatch(r"([\wÀ-ÿœŒ’-]+)\t([1-9])", line)
        if not match:
            error(path, number, f'shape: {line!r}')
            continue
        word, count = match.group(1), int(match.group(2))
        once(path, seen, number, word)
        counts[count] += 1
        nuclei = len(re.findall(r'[aeiouyàâäéèêëîïôöùûüœÿ]+', word.lower()))
        # Never more than one apart from the runs of vowels, save for long runs and mute endings: a guard against slips.
        if not nuclei - 2 <= count <= nuclei + 2:
            error(path, number, f'{word}: {count} for {nuclei} runs of vowels')
    print(f'syllables.tsv: {sum(counts.values())} words, by syllables {dict(sorted(counts.items()))}')


def check_letters():
    path = ROOT / 'structure' / 'letters.txt'
    titles, blocks, lines, title, last, size = {}, collections.Counter(), collections.Counter(), None, None, 0
    def close(number):
        if title and not 8 <= size <= 25:
            error(path, number, f'{title}: {size} lines')
    for number, line in cases(path):
        if line.startswith('---- '):
            close(number)
            title, last, size = line[5:], None, 0
            once(path, titles, number, title)
        elif not line:
            last = None
        else:
            role, bar, text = line.partition('| ')
            if not bar or role not in ROLES or not text.strip():
                error(path, number, f'role line: {line}')
            if last not in (None, role):
                error(path, number, 'a blank line is missing between two roles')
            blocks[role] += last is None
            lines[role] += 1
            last, size = role, size + 1
    close(-1)
    for role in ROLES:
        if not blocks[role]:
            error(path, 0, f'no {role}')
    print(f'letters.txt: {len(titles)} letters, {sum(blocks.values())} blocks, {sum(lines.values())} lines')
    print('  blocks: ' + ', '.join(f'{r} {blocks[r]}' for r in ROLES))


def main():
    for check in (check_protected, check_sentences, check_tokens, check_syllables, check_letters):
        check()
    for line in ERRORS:
        print(line)
    print('OK' if not ERRORS else f'{len(ERRORS)} errors')
    return bool(ERRORS)


if __name__ == '__main__':
    sys.exit(main())
