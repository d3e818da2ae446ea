"""The tables of rows, of races and of limits, in Markdown."""
from machine import NAMES
from race import Race

LIMIT_NAMES = {"fma": "FMA", "int16": "16-bit products", "bytes": "byte products", "memory": "memory"}


def amount(value, quantity="seconds"):
    if quantity == "memory":
        return f"{value / 1e6:.0f} MB"
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if value * factor >= 1:
            return f"{value * factor:.3g} {unit}"
    return f"{value * 1e9:.3g} ns"


def table(head, lines, caption=""):
    """A table of Markdown from lists of cells, below a sentence that says what it shows."""
    rows = [head, ["---"] * len(head), *lines]
    text = "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
    return f"{caption}\n\n{text}" if caption else text


def row_tables(rows, limits, kernels):
    """A table a kind of row, with the libraries that some row of it meets."""
    for kind in dict.fromkeys(row.table for row in rows):
        chosen = [row for row in rows if row.table == kind]
        met = {peer.library for row in chosen for peer in row.peers}
        libraries = [library for library in NAMES if library in met]
        head = ["work", "lc", *(NAMES[library] for library in libraries)]
        head += ["fastest peer", "of the limit", "goals"]
        yield table(head, [line(row, limits, kernels, libraries) for row in chosen])


def line(row, limits, kernels, libraries):
    cells = [row.title, cell(row, "lc")]
    cells += [library_cell(row, library) for library in libraries]
    share = row.share(limits, kernels)
    cells.append(fastest_cell(row))
    cells.append(f"{100 * share[0]:.0f} % of {share_name(share[1])}" if share else "")
    cells.append(", ".join(verdict(row, *v) for v in row.verdicts(limits, kernels)))
    return cells


def fastest_cell(row):
    """The peer that counts, and how many times faster than it lc is."""
    fastest = row.fastest_peer()
    if fastest is None or not row.is_exact(fastest):
        slow = [peer.name for peer in row.peers if peer.name in row.at_least]
        slow = min(slow, key=row.at_least.get, default=None)
        ratio = slow and row.least_ratio()
        return f"{label(row, slow)}: > {ratio:.3g} ×" if ratio else ""
    ratio = row.ratio(fastest)
    return label(row, fastest) + (f": {ratio:.3g} ×" if ratio else "")


def cell(row, name):
    value = row.median(name)
    return amount(value, row.quantity) if value else row.absent.get(name, "")


def library_cell(row, library):
    """The library's fastest way, named where it has several; without a time, why there is none."""
    ways = [peer.name for peer in row.peers if peer.library == library]
    fastest = row.fastest_peer(library)
    if fastest is None:
        return next((row.absent[name] for name in ways if name in row.absent), "")
    way = fastest.removeprefix(library).strip()
    return cell(row, fastest) + (f" ({way})" if way else "")


def label(row, name):
    """A participant's name as readers know it."""
    library, _, way = name.partition(" ")
    return f"{NAMES.get(library, library)} {way}".strip()


def share_name(limits):
    return " + ".join(LIMIT_NAMES[name] for name in limits.split(" + "))


def verdict(row, what, goal, reached, bound):
    if what == "limit":
        aim, value = f"{100 * goal:.0f} % of the limit", reached and f"{100 * reached:.0f} %"
    else:
        aim, value = f"{goal:g} × {label(row, what)}", reached and f"{reached:.3g}"
    if reached is None:
        return f"{aim}: not measured"
    found = f"{aim}: {bound} {value}" if bound else f"{aim}: {value}"
    if bound == ">" and reached < goal or bound == "<" and reached > goal:
        return f"{found}, not measured further"
    return found + (", met" if reached >= goal else ", **missed**")


def races(rows):
    """What each participant of the rows to an optimum did."""
    lines = [
        [row.title, label(row, name), effort_text(row.efforts.get(name)), cell(row, name),
         *attempt_cells(row.attempts.get(name))]
        for row in rows if isinstance(row, Race)
        for name in ["lc", *(peer.name for peer in row.peers)]
        if name in row.measured or name in row.absent
    ]
    head = ["problem", "who", "effort", "time", "objective or error", "weights of zero"]
    caption = "The least effort that was enough, iterations or a tolerance:"
    return table(head, lines, caption) if lines else ""


def attempt_cells(attempt):
    return [f"{attempt.value:.6g}", f"{100 * attempt.zeros:.3g} %"] if attempt else ["", ""]


def effort_text(effort):
    return "" if effort is None else f"{effort:.3g}"


def limits_table(limits, kernels):
    """Units a second that each instruction set reaches; the one that lc used is marked."""
    sets = dict.fromkeys(instructions for _, instructions in limits.rates)
    lines = []
    for name in sets:
        rates = [limits.rates.get((limit, name)) for limit in LIMIT_NAMES]
        mark = f"**{name}**" if name == kernels else name
        lines.append([mark] + [f"{rate / 1e9:.3g} G" if rate else "" for rate in rates])
    head = ["billions a second", *LIMIT_NAMES.values()]
    return table(head, lines, "What this machine does at most, measured in the same run:")
