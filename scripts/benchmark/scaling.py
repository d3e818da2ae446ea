"""How cost grows: the same rows at N, D and C times ½, 1, 2 and 4, and at 1 and 2 threads."""
import math
from statistics import median

import language
from programs import Lc
from table import seconds_text

BASE = {"n": 50_000, "d": 3_072, "classes": 10}
FACTORS = (0.5, 1, 2, 4)
SCRIPTS = {
    "svm": ("loss svm; reg l2 1e-3; gd lr=1e-6 steps=5", 5),
    "softmax": ("loss softmax; reg l2 1e-3; gd lr=1e-6 steps=5", 5),
    "sgd": ("loss svm; reg l2 1e-3; sgd lr=1e-3 batch=256 epochs=1", 1),
    "random": ("loss svm; search random 40", 40),
}
ROUNDS = 3


def measure(options):
    lc = Lc(options.lc, None)
    growth = []
    print("\n| work | what grows | × ½ | × 1 | × 2 | × 4 | exponent |\n|---|---|---|---|---|---|---|")
    for name in SCRIPTS:
        for variable in BASE:
            times = [time(lc, name, {**BASE, variable: int(BASE[variable] * f)}) for f in FACTORS]
            growth.append({"row": name, "variable": variable, "seconds": times})
            cells = " | ".join(seconds_text(t) for t in times)
            print(f"| {name} | {variable} | {cells} | {exponent(times):.2f} |", flush=True)
    print("\n| work | 1 thread | 2 threads | times faster |\n|---|---|---|---|")
    for name in SCRIPTS:
        one, two = (time(lc, name, BASE, threads) for threads in (1, 2))
        growth.append({"row": name, "variable": "threads", "seconds": [one, two]})
        print(f"| {name} | {seconds_text(one)} | {seconds_text(two)} | {one / two:.2f} |", flush=True)
    return growth + language.measure(lc.path)


def time(lc, name, shape, threads=None):
    script, units = SCRIPTS[name]
    words = " ".join(f"{key}={value}" for key, value in shape.items())
    data = f"load synthetic {words}; split val=0 test=0"
    return median(
        lc.run(f"{data}; {script}", threads).last["seconds"] / units for _ in range(ROUNDS))


def exponent(times):
    """The slope of log seconds by log size, least squares."""
    x = [math.log(f) for f in FACTORS]
    y = [math.log(t) for t in times]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)
