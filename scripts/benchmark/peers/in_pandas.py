"""pandas: its reader of tables, which is written in C."""
import pandas
from peers.work import Work


def kernels():
    return "its reader in C"


def table(inputs):
    """Features as float32, and the classes as numbers: what a classifier is trained on."""

    def run(_):
        frame = pandas.read_csv(inputs["table"], engine="c")
        features = frame.iloc[:, :-1].to_numpy(dtype="float32")
        return len(features) + len(pandas.factorize(frame.iloc[:, -1])[0])

    return Work(run, warm=False)
