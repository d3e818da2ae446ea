"""The rows, in the order of the tables. A row is a file here and a line of this list."""
from rows import (
    load, memory, numeric_gradient, optimum, random_search, ready, sgd, softmax, sparse, svm)

MODULES = [svm, softmax, sgd, random_search, optimum, load, numeric_gradient, ready, sparse, memory]


def all_rows():
    return [module.row() for module in MODULES]
