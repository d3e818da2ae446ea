"""CIFAR-10 for lc, and how much work a pass over it is."""

EXAMPLES, FEATURES, CLASSES = 50_000, 3_072, 10
LOAD = "load cifar10 '{folder}'; split val=0"
SVM = f"{LOAD}; loss svm; reg l2 1e-3"

# Bytes read, and products of scores or of gradients, of one pass.
BYTES = EXAMPLES * FEATURES
PRODUCTS = BYTES * CLASSES
READ = {"memory": BYTES}
# The SVM's slopes are whole numbers, so its gradient is products of bytes.
SVM_PASS = [READ, {"fma": PRODUCTS, "bytes": PRODUCTS}]
SOFTMAX_PASS = [READ, {"fma": 2 * PRODUCTS}]

# Reaches a test accuracy of 0.39.
READY = ("load cifar10 '{folder}'; loss softmax; sgd lr=2e-2 batch=256 epochs=1 schedule=linear; "
         "eval test")


def check_ready(record):
    if record["accuracy"] < 0.39:
        raise RuntimeError(f"test accuracy {record['accuracy']} is below 0.39")
