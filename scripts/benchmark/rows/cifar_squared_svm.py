from rows.cifar_svm import race


def row():
    return race("cifar_squared_svm", "svm squared")
