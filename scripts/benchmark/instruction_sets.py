"""Instruction sets by lc's names: how limits are compiled for one, and what keeps the peers to it."""
import os
import platform

AVX2 = ["-mavx2", "-mfma"]
AVX512BW = [*AVX2, "-mavx512f", "-mavx512bw", "-mavx512vl", "-mavx512dq"]

X86_FLAGS = {
    "scalar": ["-mfma", "-DLC_SCALAR"],
    "avx2": AVX2,
    "avxvnni": [*AVX2, "-mavxvnni"],
    "avx512bw": AVX512BW,
    "avx512": [*AVX512BW, "-mavx512vnni"],
}
ARM_FLAGS = {
    "scalar": ["-DLC_SCALAR"],
    "neon": [],
    "dotprod": ["-march=armv8.2-a+dotprod"],
    "i8mm": ["-march=armv8.6-a+i8mm"],
}

# How OpenBLAS, PyTorch with oneDNN and MKL, and XLA name the widest instructions they may use.
# Products of bytes are of no use to them, so a set with such is bound like the one below it.
AVX2_PEERS = {
    "OPENBLAS_CORETYPE": "Haswell",
    "ATEN_CPU_CAPABILITY": "avx2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "MKL_ENABLE_INSTRUCTIONS": "AVX2",
    "XLA_FLAGS": "--xla_cpu_max_isa=AVX2",
}
PEERS = {"avx2": AVX2_PEERS, "avxvnni": AVX2_PEERS}
# With these set, OpenBLAS does not choose its kernels by the processor.
OVERRIDES = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


def flags():
    """Instruction set → the compiler's flags, from the narrowest to the widest."""
    return ARM_FLAGS if platform.machine() in ("arm64", "aarch64") else X86_FLAGS


def peers_environment(cpu, threads):
    """The peers' variables: kernels by the processor, or by the instruction set that was asked for."""
    environment = {k: v for k, v in os.environ.items() if k not in OVERRIDES}
    if cpu in PEERS:
        environment |= PEERS[cpu]
        environment["NPY_DISABLE_CPU_FEATURES"] = " ".join(numpy_features_above_avx2())
    if threads:
        environment |= {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    return environment


def numpy_features_above_avx2():
    """numpy's names of the wider instructions that its own loops would choose."""
    try:
        from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__
    except ImportError:
        return []
    wider = ("AVX512", "X86_V4")
    return [n for n in __cpu_dispatch__ if n.startswith(wider) and __cpu_features__.get(n)]
