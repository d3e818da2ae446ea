"""The rows, in the order of the tables. A row is a file here and a line of this list."""
from rows import (
    cifar_squared_svm, cifar_svm, load, memory, numeric_gradient, one_pass, optimum, optimum_weak,
    random_search, read_csv, read_images, read_libsvm, read_npz, ready, sgd, softmax, sparse, svm,
    text_accuracy, text_l1, text_softmax, text_svm)

MODULES = [
    svm, softmax, sgd, random_search, load, numeric_gradient, ready, sparse, memory,
    optimum, optimum_weak, cifar_svm, cifar_squared_svm, text_svm, text_softmax, text_accuracy, text_l1,
    one_pass, read_csv, read_images, read_npz, read_libsvm,
]


def all_rows():
    return [module.row() for module in MODULES]
