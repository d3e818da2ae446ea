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
# Sums of sixteen lanes are added up, and scores become losses and slopes, whatever D is.
ROW = 256


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
