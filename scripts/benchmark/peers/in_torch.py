"""The lecture in PyTorch on the CPU: autograd with CrossEntropyLoss and MultiMarginLoss."""
import torch
from peers import cifar10
from peers.cifar10 import CLASSES
from peers.work import Work
from torch.nn import functional

STRENGTH, BATCH, STACKED = 1e-3, 256, 20


def kernels():
    return f"ATen {torch.backends.cpu.get_cpu_capability()}, {torch.get_num_threads()} threads"


def data(inputs):
    return (torch.from_numpy(array) for array in cifar10.load(inputs["folder"]))


def svm_loss(scores, y):
    # MultiMarginLoss divides by the number of classes.
    return CLASSES * functional.multi_margin_loss(scores, y)


def layer():
    made = torch.nn.Linear(3072, CLASSES)
    with torch.no_grad():
        made.weight.normal_(0, 1e-4)
    return made


def full_pass(inputs, loss):
    X, y = data(inputs)

    def run(model):
        model.zero_grad()
        value = loss(model(X), y) + STRENGTH * (model.weight**2).sum()
        value.backward()
        return float(value.detach())

    return Work(run, prepare=layer)


def svm(inputs):
    return full_pass(inputs, svm_loss)


def softmax(inputs):
    return full_pass(inputs, functional.cross_entropy)


def sgd(inputs):
    X, y = data(inputs)

    def epoch(model):
        optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
        order = torch.randperm(len(y))
        for begin in range(0, len(y), BATCH):
            chosen = order[begin : begin + BATCH]
            optimizer.zero_grad()
            loss = svm_loss(model(X[chosen]), y[chosen]) + STRENGTH * (model.weight**2).sum()
            loss.backward()
            optimizer.step()

    return Work(epoch, prepare=layer)


def stacked_search(inputs):
    """Some attempts side by side in one product."""
    X, y = data(inputs)

    @torch.no_grad()
    def attempts(_):
        W = torch.randn(STACKED * CLASSES, X.shape[1]) * 1e-4
        totals = torch.zeros(STACKED)
        for begin in range(0, len(y), 10_000):
            rows, labels = X[begin : begin + 10_000], y[begin : begin + 10_000]
            scores = (rows @ W.T).view(len(rows), STACKED, CLASSES)
            own = scores.gather(2, labels.view(-1, 1, 1).expand(-1, STACKED, 1))
            totals += (scores - own + 1).clamp_(min=0).sum(dim=(0, 2)) - len(rows)
        return float(totals.min()) / len(y)

    return Work(attempts, units=STACKED)
