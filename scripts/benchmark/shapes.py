"""The shapes of data whose costs are compared: one of classes, features, examples or batch differs from
the base, for features that are bytes and for features that are floats."""
from dataclasses import dataclass, replace

KINDS = {"bytes": "synthetic", "floats": "blobs"}
AXES = {
    "classes": (2, 10, 100, 1_000),
    "features": (2, 64, 784, 3_072, 100_000),
    "examples": (4_096, 16_384, 65_536),
    "batch": (16, 64, 256, 4_096),
}
BATCH = 256
# Bytes of a feature.
BYTES = {"bytes": 1, "floats": 4}
# The works that are compared.
PASSES = ("SVM pass", "softmax pass")
SGD = ("SVM, SGD", "softmax, SGD")
RANDOM = "random search"
# Sums of sixteen lanes are added up, and scores become losses and slopes, whatever D is: an example costs
# as much as this many features more, and half of it where there are neither exponentials nor steps.
ROW = 256
LIGHT = (PASSES[0], RANDOM)
# Attempts of a random search of bytes that read the data together, and what a weight costs that an attempt
# draws: products of bytes.
STACKED = 48
DRAWN = 500


@dataclass(frozen=True)
class Shape:
    kind: str
    classes: int = 10
    features: int = 3_072
    examples: int = 16_384

    def fitted(self):
        """With fewer examples where each is more work, and more where it is less."""
        base = 16_384 * 3_072 * 10
        wanted = base // (self.features * max(self.classes, 10))
        return replace(self, examples=min(max(wanted, 2_048), 262_144))

    @property
    def units(self):
        """The work of a pass: each byte of a feature is read, and each feature is multiplied into each
        class; beside its features an example costs what ROW more would."""
        return self.examples * (self.features + ROW) * (self.classes + BYTES[self.kind])

    def row(self, work):
        return ROW // 2 if work in LIGHT else ROW

    def needs(self, work):
        """What a pass of the work takes of limits that each could bind it: each feature is multiplied into
        each class, for scores and for a gradient, and the features' bytes come from memory."""
        products = self.examples * (self.features + self.row(work)) * self.classes
        memory = self.examples * self.features * BYTES[self.kind]
        exact = self.kind == "bytes"
        if work == RANDOM:
            products += DRAWN * self.classes * self.features if exact else 0
            return [{"bytes" if exact else "fma": products},
                    {"memory": memory / (STACKED if exact else 1)}]
        by_bytes = exact and work.startswith("SVM")
        return [{"fma": products, "bytes": products} if by_bytes else {"fma": 2 * products},
                {"memory": memory}]

    @property
    def passes(self):
        """So many that a measurement takes long enough for a clock."""
        return min(max(4_000_000_000 // self.units, 2), 60)

    def load(self):
        return (f"load {KINDS[self.kind]} n={self.examples} d={self.features} "
                f"classes={self.classes}; split val=0 test=0; reg l2 1e-3")


def shape(kind, axis, value):
    if axis == "batch":
        return Shape(kind)
    return Shape(kind, **{axis: value}) if axis == "examples" else Shape(kind, **{axis: value}).fitted()


def all_shapes():
    """Each once: the base belongs to every axis."""
    every = [shape(kind, axis, value) for kind in KINDS for axis in AXES for value in AXES[axis]]
    return list(dict.fromkeys(every))
