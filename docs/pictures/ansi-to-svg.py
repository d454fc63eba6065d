#!/usr/bin/env python3
"""Turns what a terminal shows into an SVG picture.

    some-command | ansi-to-svg.py [--columns N] [--title WORDS] > picture.svg

In: text with ANSI colors (16, 256 and true), bold, dim, italic, underline of any shape, strike-through and reverse, as
`tmux capture-pane -e -p` or a command that colors its output prints it. Out: an SVG with one text element a run of one
style, pinned to its columns, so that it stays aligned in whatever monospaced font the viewer has. Wide characters take
two columns; frames are drawn as lines, so that they join. Lines longer than N columns are broken there, as a terminal breaks them. All other control sequences are dropped.
"""

import argparse
import re
import sys
import unicodedata
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

CELL, LINE, SIZE, MARGIN = 8.43, 18, 14, 14
INK, PAPER = "#e0e2ea", "#14161b"
FONTS = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"
SIXTEEN = (
    "#14161b #ff8a7a #8fd694 #f0c674 #7fb4ff #d3a4f9 #6fd6d6 #c4c6cd "
    "#70757f #ff9d8f #a9e5ad #ffd98f #9cc8ff #e2bffc #93e6e6 #ffffff"
).split()


# where the lines of a frame's characters lead: up, down, left, right
FRAMES = {
    "─": "lr", "│": "ud", "╭": "dr", "╮": "dl", "╰": "ur", "╯": "ul", "┌": "dr", "┐": "dl", "└": "ur", "┘": "ul",
    "├": "udr", "┤": "udl", "┬": "dlr", "┴": "ulr", "┼": "udlr",
}  # fmt: skip


@dataclass(frozen=True)
class Style:
    ink: str | None = None
    paper: str | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    strike: bool = False
    reverse: bool = False
    underline: int = 0  # 0 none, 1 plain, 2 double, 3 curly, 4 dotted, 5 dashed
    underline_ink: str | None = None


def indexed(number):
    """A color of the 256."""
    if number < 16:
        return SIXTEEN[number]
    if number < 232:
        number -= 16
        parts = number // 36, number // 6 % 6, number % 6
        return "#%02x%02x%02x" % tuple(0 if part == 0 else 55 + 40 * part for part in parts)
    return "#%02x%02x%02x" % ((8 + 10 * (number - 232),) * 3)


def extended(codes):
    """The color after a 38, 48 or 58; takes its numbers off the front of `codes`."""
    kind = codes.pop(0) if codes else 0
    if kind == 5 and codes:
        return indexed(codes.pop(0))
    if kind == 2 and len(codes) >= 3:
        return "#%02x%02x%02x" % tuple(codes.pop(0) for _ in range(3))
    return None


def styled(style, parameters):
    """The style after an SGR sequence. A parameter with colons holds its numbers together, one with semicolons does not."""
    codes = []
    for parameter in parameters.split(";"):
        numbers = [int(number or 0) for number in parameter.split(":")]
        if numbers[0] in (38, 48, 58) and numbers[1:2] == [2] and len(numbers) > 5:
            del numbers[2]  # the color space, which stands only in the form with colons
        if numbers[0] == 4 and len(numbers) > 1:
            style = replace(style, underline=numbers[1])
        else:
            codes += numbers
    while codes:
        code = codes.pop(0)
        if code == 0:
            style = Style()
        elif code in (1, 2, 3, 7, 9):
            style = replace(style, **{{1: "bold", 2: "dim", 3: "italic", 7: "reverse", 9: "strike"}[code]: True})
        elif code in (4, 21):
            style = replace(style, underline=1 if code == 4 else 2)
        elif code == 22:
            style = replace(style, bold=False, dim=False)
        elif code in (23, 27, 29):
            style = replace(style, **{{23: "italic", 27: "reverse", 29: "strike"}[code]: False})
        elif code == 24:
            style = replace(style, underline=0)
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = replace(style, ink=SIXTEEN[code - 30 if code < 40 else code - 82])
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style = replace(style, paper=SIXTEEN[code - 40 if code < 50 else code - 92])
        elif code in (38, 48, 58):
            field = {38: "ink", 48: "paper", 58: "underline_ink"}[code]
            style = replace(style, **{field: extended(codes)})
        elif code in (39, 49, 59):
            style = replace(style, **{{39: "ink", 49: "paper", 59: "underline_ink"}[code]: None})
    return style


def width(character):
    """The columns that a character takes."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


TOKEN = re.compile(r"\x1b\[([0-9;:]*)m|(\x1b\[[0-?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b.)|([^\x1b])", re.S)


def rows_of(text, columns):
    """The rows of the screen, each a list of (column, character, columns taken, style)."""
    style, rows, row, column = Style(), [], [], 0
    for sgr, other, character in TOKEN.findall(text):
        if character == "\n":
            rows.append(row)
            row, column = [], 0
        elif character == "\t":
            column += 8 - column % 8
        elif character and unicodedata.category(character) != "Cc":
            taken = width(character)
            if taken == 0 and row:
                row[-1] = (row[-1][0], row[-1][1] + character, *row[-1][2:])
                continue
            if columns and column + taken > columns:
                rows.append(row)
                row, column = [], 0
            row.append((column, character, taken, style))
            column += taken
        elif not character and not other:
            style = styled(style, sgr)
    if row:
        rows.append(row)
    while rows and all(character == " " and style.paper is None for _, character, _, style in rows[-1]):
        rows.pop()
    return rows


def runs_of(row):
    """Neighbors of one style and width, as (column, characters, columns taken, style)."""
    runs = []
    for column, character, taken, style in row:
        if runs:
            start, text, length, before = runs[-1]
            alike = before == style and start + length == column and (text[0] in FRAMES) == (character in FRAMES)
            if alike and taken == 1 and length == len(text):
                runs[-1] = (start, text + character, length + 1, style)
                continue
        runs.append((column, character, taken, style))
    return runs


def number(value):
    return f"{value:.1f}".removesuffix(".0")


def underline(x, y, length, style, ink):
    color = style.underline_ink or ink
    if style.underline == 3:
        waves = max(1, round(length / 4))
        step = length / waves
        path = f"M{number(x)} {y + 1}" + "".join(
            f"q{number(step / 2)} {-3 if wave % 2 else 3} {number(step)} 0" for wave in range(waves)
        )
    else:
        path = f"M{number(x)} {y}h{number(length)}"
    dashes = {4: ' stroke-dasharray="1.5 2"', 5: ' stroke-dasharray="5 3"'}.get(style.underline, "")
    double = underline(x, y + 2, length, replace(style, underline=1), ink) if style.underline == 2 else ""
    return f'<path d="{path}" fill="none" stroke="{color}" stroke-width="1.2"{dashes}/>{double}'


def frame(x, top, text, ink):
    """The lines of a run of frame characters; on whole pixels where that can be, and with ends that overlap."""
    across, path, column = top + LINE / 2 + 0.5, "", 0
    for stretch in re.findall(r"─+|.", text):
        left, right = (x + part * CELL for part in (column, column + len(stretch)))
        middle = round((left + right) / 2) + 0.5
        column += len(stretch)
        arms = FRAMES[stretch[0]]
        if stretch in "╭╮╰╯":
            vertical, side = arms
            path += f"M{middle} {top if vertical == 'u' else top + LINE}Q{middle} {across}"
            path += f" {number(left if side == 'l' else right)} {across}"
            continue
        if "l" in arms or "r" in arms:
            path += f"M{number(left) if 'l' in arms else middle} {across}H{number(right) if 'r' in arms else middle}"
        if "u" in arms or "d" in arms:
            path += f"M{middle} {top if 'u' in arms else across}V{top + LINE if 'd' in arms else across}"
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-linecap="square"/>'


def picture(rows, columns, title):
    behind, front = [], []
    for index, row in enumerate(rows):
        top = MARGIN + index * LINE
        for column, text, length, style in runs_of(row):
            ink, paper = style.ink or INK, style.paper or PAPER
            if style.reverse:
                ink, paper = paper, ink
            x, wide = MARGIN + column * CELL, length * CELL
            if paper != PAPER:
                behind.append(
                    f'<rect x="{number(x)}" y="{top}" width="{number(wide)}" height="{LINE}" fill="{paper}"/>'
                )
            if style.underline:
                front.append(underline(x, top + LINE - 2, wide, style, ink))
            if style.strike:
                front.append(f'<path d="M{number(x)} {top + LINE / 2}h{number(wide)}" stroke="{ink}"/>')
            if text[0] in FRAMES:
                front.append(frame(x, top, text, ink))
                continue
            looks = "".join(
                words
                for holds, words in (
                    (ink != INK, f' fill="{ink}"'),
                    (style.bold, ' font-weight="bold"'),
                    (style.italic, ' font-style="italic"'),
                    (style.dim, ' opacity=".6"'),
                )
                if holds
            )
            # each stretch of words by itself: viewers do not agree on what several blanks are
            for words in re.finditer(r"\S+(?: \S+)*", text):
                at, cells = x + words.start() * CELL, sum(map(width, words[0]))
                front.append(
                    f'<text x="{number(at)}" y="{top + SIZE - 1}" textLength="{number(cells * CELL)}"'
                    f' lengthAdjust="spacingAndGlyphs"{looks}>{escape(words[0])}</text>'
                )
    across, down = columns * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(across)} {down}" width="{number(across)}"'
            f' height="{down}" font-family="{FONTS}" font-size="{SIZE}" fill="{INK}" role="img">',
            f"<title>{escape(title)}</title>" if title else "",
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
            *behind,
            *front,
            "</svg>",
        ]
    ).replace("\n\n", "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--columns", type=int, default=0, help="break lines there (default: as wide as the longest)")
    parser.add_argument("--title", default="", help="what a screen reader says of the picture")
    arguments = parser.parse_args()
    text = sys.stdin.buffer.read().decode("utf-8", "replace").replace("\r\n", "\n")
    rows = rows_of(text, arguments.columns)
    columns = arguments.columns or max((row[-1][0] + row[-1][2] for row in rows if row), default=1)
    sys.stdout.buffer.write((picture(rows, columns, arguments.title) + "\n").encode())


if __name__ == "__main__":
    main()
