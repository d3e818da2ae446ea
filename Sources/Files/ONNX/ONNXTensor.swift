/// A constant of a network: numbers or words, in C order.
package struct ONNXTensor: Sendable {
    package enum Content: Sendable {
        case floats([Float])
        case integers([Int])
        case texts([String])

        package var type: ONNXType {
            switch self {
            case .floats: .float
            case .integers: .int64
            case .texts: .text
            }
        }
    }

    let name: String
    let shape: [Int]
    let content: Content

    package init(_ name: String, shape: [Int], _ content: Content) {
        (self.name, self.shape, self.content) = (name, shape, content)
    }

    /// About how many bytes it takes in a file.
    var size: Int {
        switch content {
        case .floats(let numbers): 4 * numbers.count
        case .integers(let numbers): 10 * numbers.count
        case .texts(let texts): texts.reduce(0) { $0 + $1.utf8.count + 6 }
        }
    }

    /// `TensorProto`.
    func message() throws(FileError) -> ProtobufMessage {
        var message = ProtobufMessage()
        for length in shape { message.add(1, length) }
        message.add(2, content.type.rawValue)
        switch content {
        case .floats(let numbers): message.add(9, try Self.bytes(numbers))
        case .integers(let numbers):
            for number in numbers { message.add(7, number) }
        case .texts(let texts):
            for text in texts { message.add(6, text) }
        }
        message.add(8, name)
        return message
    }

    private static func bytes(_ numbers: [Float]) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * numbers.count)
        for (index, number) in numbers.enumerated() {
            try Interruptible.check(turn: index)
            for shift: UInt32 in [0, 8, 16, 24] {
                bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
            }
        }
        return bytes
    }
}
