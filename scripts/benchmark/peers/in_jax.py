"""The lecture in JAX, jitted for the CPU."""
import os

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from peers import cifar10
from peers.cifar10 import CLASSES
from peers.work import Work

STRENGTH, BATCH, STACKED = 1e-3, 256, 20


def kernels():
    return f"XLA {jax.__version__} {os.environ.get('XLA_FLAGS', '')}".strip()


def data(inputs):
    X, y = cifar10.load(inputs["folder"])
    return jnp.asarray(X), jnp.asarray(y.astype(np.int32))


def weights(vectors=CLASSES):
    return jnp.asarray((np.random.standard_normal((vectors, 3072)) * 1e-4).astype(np.float32))


def classes(y):
    """A row a class, 1 where an example is of it."""
    return jax.nn.one_hot(y, CLASSES, dtype=jnp.float32, axis=0)


# With a row of weights and of scores a class, XLA is three times as fast as with a column.
def svm_loss(W, X, y):
    scores, own = W @ X.T, classes(y)
    margins = jnp.maximum(0, scores - (scores * own).sum(0) + 1) * (1 - own)
    return margins.sum() / len(y) + STRENGTH * (W * W).sum()


def softmax_loss(W, X, y):
    log_probabilities = jax.nn.log_softmax(W @ X.T, axis=0)
    return -(log_probabilities * classes(y)).sum() / len(y) + STRENGTH * (W * W).sum()


def full_pass(inputs, loss):
    X, y = data(inputs)
    compiled = jax.jit(jax.value_and_grad(loss))
    return Work(lambda W: float(jax.block_until_ready(compiled(W, X, y))[0]), prepare=weights)


def svm(inputs):
    return full_pass(inputs, svm_loss)


def softmax(inputs):
    return full_pass(inputs, softmax_loss)


def step(W, X, y):
    return W - 1e-3 * jax.grad(svm_loss)(W, X, y)


@jax.jit
def epoch(W, X, y, order):
    """All minibatches in one compiled loop."""
    whole = len(y) // BATCH * BATCH

    def one(W, chosen):
        return step(W, X[chosen], y[chosen]), None

    W, _ = lax.scan(one, W, order[:whole].reshape(-1, BATCH))
    return step(W, X[order[whole:]], y[order[whole:]]) if whole < len(y) else W


def sgd(inputs):
    X, y = data(inputs)

    def run(W):
        jax.block_until_ready(epoch(W, X, y, jnp.asarray(np.random.permutation(len(y)))))

    return Work(run, prepare=weights)


@jax.jit
def best_of_stack(W, X, y):
    scores = (W @ X.T).reshape(STACKED, CLASSES, len(y))
    own = (scores * classes(y)).sum(1, keepdims=True)
    return (jnp.maximum(scores - own + 1, 0).sum((1, 2)) / len(y) - 1).min()


def stacked_search(inputs):
    """Some attempts side by side in one product."""
    X, y = data(inputs)
    return Work(lambda _: float(best_of_stack(weights(STACKED * CLASSES), X, y)), units=STACKED)
