"""The tables, in Markdown."""
from statistics import median

PEERS = {"numpy": "numpy", "sklearn": "scikit-learn", "torch": "PyTorch"}
LIMITS = {"multiply_adds": "FMA", "byte_products": "VNNI", "memory": "memory"}


def seconds_text(seconds):
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def print_rows(rows, memory, bounds):
    print("\n| work | lc | " + " | ".join(PEERS.values()) + " | times faster | of the limit |")
    print("|---|---|---|---|---|---|---|")
    for row in rows:
        if row.ours:
            print(line(row, bounds))
    if memory:
        ours, theirs = memory
        print(f"| peak memory of training to 0.39 | {ours / 1e6:.0f} MB | {theirs / 1e6:.0f} MB "
              f"| | | {verdict(theirs / ours, 4)} (numpy) | |")
    if bounds:
        print(f"\nThis machine: {bounds['multiply_adds'] / 1e9:.0f} G multiply-adds, "
              f"{bounds['byte_products'] / 1e9:.0f} G byte products, "
              f"{bounds['memory'] / 1e9:.1f} GB of memory read a second.")


def line(row, bounds):
    cells = [row.title, seconds_text(median(row.ours))]
    cells += [seconds_text(median(row.theirs[p])) if row.theirs.get(p) else "" for p in PEERS]
    if row.name == "numeric":
        cells.append("under a minute" if median(row.ours) < 60 else "over a minute: too slow")
    else:
        cells.append(", ".join(
            f"{verdict(ratio, goal)} ({PEERS[peer]})" for peer, (ratio, goal) in row.ratios().items()))
    cells.append(share(row, bounds))
    return "| " + " | ".join(cells) + " |"


def verdict(ratio, goal):
    return f"{ratio:.3g}" + ("" if ratio >= goal else f", below {goal}")


def share(row, bounds):
    """How much of the row's time the limit that binds it needs at least."""
    shares = []
    for limit in row.limits:
        # Without byte products the same work is done by multiply-adds.
        rates = [bounds.get(name) or bounds.get("multiply_adds") for name in limit]
        if all(rates):
            seconds = sum(amount / rate for amount, rate in zip(limit.values(), rates))
            shares.append((seconds / median(row.ours), " + ".join(LIMITS[n] for n in limit)))
    if not shares:
        return ""
    most, name = max(shares)
    return f"{100 * most:.0f} % of {name}"
