/// Every source of data, in the order in which `help load` lists them.
package enum DatasetSources {
    package static let all: [any DatasetSource.Type] = [
        CIFAR10.self, CIFAR100.self, MNIST.self, CSV.self, LibSVM.self, NPZ.self, NPY.self,
        ImageFolder.self,
        Digits.self, Iris.self,
        Spiral.self, Blobs.self, Synthetic.self,
    ]
}
