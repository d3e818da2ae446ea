"""torchvision: a folder of pictures becomes one tensor of bytes, by its own decoder or by its data set."""
import os

import torch
from peers.work import Work
from torchvision.datasets import ImageFolder
from torchvision.io import decode_jpeg, read_file
from torchvision.transforms import PILToTensor


def kernels():
    return f"{torch.get_num_threads()} threads"


def pictures(inputs):
    """Its decoder takes lists, which it reads one after the other."""

    def run(_):
        files = ImageFolder(inputs["pictures"]).samples
        return len(torch.stack([decode_jpeg(read_file(path)) for path, _ in files]))

    return Work(run, warm=False)


def folder(inputs):
    """The usual way: a data set, and a loader with a process for each core."""

    def run(_):
        data = ImageFolder(inputs["pictures"], transform=PILToTensor())
        loader = torch.utils.data.DataLoader(data, batch_size=1024, num_workers=os.cpu_count())
        return len(torch.cat([batch for batch, _ in loader]))

    return Work(run, warm=False)
