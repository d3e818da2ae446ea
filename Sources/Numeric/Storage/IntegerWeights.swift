internal import CKernels

/// Rows of D 8-bit weights, in the order that their exact products with bytes are made in.
package struct IntegerWeights: Sendable {
    package let vectors: Int
    package let dimension: Int
    /// The instruction set whose kernels use this order.
    let cpu: CPU
    let elements: AlignedBuffer<Int8>

    /// All zero, to be placed.
    package init(vectors: Int, dimension: Int) {
        self.vectors = vectors
        self.dimension = dimension
        cpu = CPU.selected
        elements = unsafe AlignedBuffer(
            repeating: 0, count: cpu.kernels.pointee.placed_size(vectors, dimension))
    }

    /// Puts a row of weights from −127 to 127 in its place; several threads may place rows of their own.
    ///
    /// - Returns: its product with the mean of the features.
    package func place(_ row: Span<Int8>, at vector: Int, mean: Span<Float>) -> Double {
        precondition(row.count == dimension && mean.count == dimension)
        precondition(vector >= 0 && vector < vectors)
        return unsafe row.withUnsafeBufferPointer { row in
            unsafe mean.withUnsafeBufferPointer { mean in
                unsafe cpu.kernels.pointee.place_weights(
                    row.baseAddress, mean.baseAddress, dimension, vector, vectors, elements.pointer)
            }
        }
    }
}
