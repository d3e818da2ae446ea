"""What was measured on: the processor, and what lc and each peer compute with."""
import os
import platform
from importlib.metadata import version
from pathlib import Path

NAMES = {
    "numpy": "numpy", "torch": "PyTorch", "jax": "JAX", "sklearn": "scikit-learn",
    "liblinear": "liblinear", "vw": "Vowpal Wabbit", "pandas": "pandas", "pillow": "Pillow",
    "torchvision": "torchvision",
}
PACKAGES = {
    "sklearn": "scikit-learn", "liblinear": "liblinear-official", "vw": "vowpalwabbit",
}


def heading(bench):
    threads = bench.threads or os.cpu_count()
    asked = "" if bench.lc.cpu == "auto" else f", as asked by --cpu {bench.lc.cpu}"
    peers = [
        f"{NAMES[library]} {version(PACKAGES.get(library, library))} ({kernels})"
        for library, kernels in bench.computes_with.items()
    ]
    ours = f"lc with its {bench.kernels} kernels{asked}"
    cores = f"{threads} threads" if threads > 1 else "one thread"
    return "; ".join([f"{processor()}, {cores}", ours, *peers]) + "."


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
