import Files
import Numeric
import Testing

/// The kernels of every instruction set of this machine beside obvious loops.
///
/// Serialized, since the instruction set is chosen for the whole process.
@Suite(.serialized) struct KernelTests {
    /// Rows, columns and classes.
    static let shapes: [(Int, Int, Int)] = [
        (1, 1, 2), (3, 7, 2), (5, 15, 3), (4, 16, 5), (9, 17, 10), (8, 33, 11), (13, 64, 7),
        (6, 100, 31), (5, 3073, 10), (130, 321, 3), (67, 600, 12), (2, 40, 1000), (0, 5, 3),
        (33, 700, 6), (11, 6500, 4), (70, 50, 1), (34, 785, 9), (512, 20, 17),
    ]

    static func features(_ count: Int, _ dimension: Int, isBytes: Bool) -> Features {
        var random = SeededRandom(seed: UInt64(count * 7919 + dimension))
        if isBytes {
            let bytes = (0..<count * dimension).map { _ in UInt8(random.integer(below: 256)) }
            return .bytes(
                ByteRows(
                    segments: [
                        .init(
                            storage: ByteStorage(bytes: bytes), offset: 0, stride: dimension,
                            count: count)
                    ],
                    dimension: dimension))
        }
        let elements = (0..<count * dimension).map { _ in Float(random.normal()) }
        return .floats(FloatRows(Matrix(rows: count, columns: dimension, elements: elements)))
    }

    /// C×D.
    static func weights(_ classes: Int, _ dimension: Int) -> Matrix {
        var random = SeededRandom(seed: 3)
        return Matrix(
            rows: classes, columns: dimension,
            elements: (0..<classes * dimension).map { _ in Float(random.normal()) })
    }

    /// Calls `body` with each instruction set, while the kernels run on it.
    static func onEveryCPU(_ body: (CPU) -> Void) {
        defer { _ = CPU.select(nil) }
        for cpu in CPU.available {
            #expect(CPU.select(cpu))
            body(cpu)
        }
    }
}
