"""The lecture in PyTorch on the CPU: autograd with CrossEntropyLoss and MultiMarginLoss."""
import cifar10
import torch

CLASSES, STRENGTH, BATCH, STACKED = 10, 1e-3, 256, 20


def rows(folder):
    X, y = (torch.from_numpy(a) for a in cifar10.load(folder))
    torch.manual_seed(1)
    # MultiMarginLoss divides by the number of classes.
    losses = {
        "svm": lambda s, t: CLASSES * torch.nn.functional.multi_margin_loss(s, t),
        "softmax": torch.nn.functional.cross_entropy,
    }

    def model():
        layer = torch.nn.Linear(X.shape[1], CLASSES)
        with torch.no_grad():
            layer.weight.normal_(0, 1e-4)
        return layer

    def full(name):
        def work(layer):
            layer.zero_grad()
            loss = losses[name](layer(X), y) + STRENGTH * (layer.weight**2).sum()
            loss.backward()
            return float(loss)

        return work

    def epoch(layer):
        optimizer = torch.optim.SGD(layer.parameters(), lr=1e-3)
        order = torch.randperm(len(y))
        for begin in range(0, len(y), BATCH):
            chosen = order[begin : begin + BATCH]
            optimizer.zero_grad()
            loss = losses["svm"](layer(X[chosen]), y[chosen]) + STRENGTH * (layer.weight**2).sum()
            loss.backward()
            optimizer.step()

    @torch.no_grad()
    def stacked(_):
        W = torch.randn(STACKED * CLASSES, X.shape[1]) * 1e-4
        best = float("inf")
        totals = torch.zeros(STACKED)
        for begin in range(0, len(y), 10_000):
            rows, labels = X[begin : begin + 10_000], y[begin : begin + 10_000]
            scores = (rows @ W.T).view(len(rows), STACKED, CLASSES)
            own = scores.gather(2, labels.view(-1, 1, 1).expand(-1, STACKED, 1))
            totals += (scores - own + 1).clamp_(min=0).sum(dim=(0, 2)) - len(rows)
        return min(best, float(totals.min()) / len(y))

    return {
        "svm": (model, full("svm"), 1),
        "softmax": (model, full("softmax"), 1),
        "sgd": (model, epoch, 1),
        "random": (lambda: None, stacked, STACKED),
    }
