internal import CZlib
package import Files
import Numeric
import Platform

/// Arrays in NumPy's `.npz` layout: a zip archive of `.npy` members.
package enum NumPyArchive {
    package struct Array: Sendable, Equatable {
        package let shape: [Int]
        package let values: [Float]
    }

    private static let sizeLimit = 1 << 31

    // MARK: - Writing

    /// Writes float32 arrays, stored without compression.
    package static func write(
        _ arrays: [(name: String, shape: [Int], values: [Float])], to path: String
    ) throws(FileError) {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, shape, values) in arrays {
            let content = member(shape: shape, values: values)
            let offset = file.count
            let entry = Swift.Array("\(name).npy".utf8)
            let checksum = checksum(content)
            func header(_ signature: UInt32, isCentral: Bool) -> [UInt8] {
                var bytes = little(signature, 4)
                if isCentral { bytes += little(20, 2) }
                bytes +=
                    little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
                bytes +=
                    little(checksum, 4) + little(UInt32(content.count), 4)
                    + little(UInt32(content.count), 4)
                bytes += little(UInt32(entry.count), 2) + little(0, 2)
                if isCentral {
                    bytes +=
                        little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
                        + little(UInt32(offset), 4)
                }
                return bytes + entry
            }
            guard offset + content.count < 1 << 32 - 1 << 16 else {
                throw FileError("\(path) would be larger than a zip archive can be")
            }
            file += header(0x0403_4B50, isCentral: false) + content
            directory += header(0x0201_4B50, isCentral: true)
        }
        let count = UInt32(arrays.count)
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
            + little(UInt32(directory.count), 4) + little(UInt32(file.count), 4) + little(0, 2)
        try AtomicFile.write(file + directory + end, to: path)
    }

    private static func member(shape: [Int], values: [Float]) -> [UInt8] {
        let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
        while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
        header += "\n"
        var bytes: [UInt8] =
            [0x93] + Swift.Array("NUMPY".utf8) + [1, 0] + little(UInt32(header.utf8.count), 2)
        bytes += Swift.Array(header.utf8)
        bytes.reserveCapacity(bytes.count + values.count * 4)
        for value in values { bytes += little(value.bitPattern, 4) }
        return bytes
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: unsafe crc32(0, bytes, UInt32(bytes.count)))
    }

    // MARK: - Reading

    /// Every array of the archive as single-precision numbers.
    package static func read(_ path: String) throws(FileError) -> [String: Array] {
        let bytes: ByteStorage
        do throws(SystemError) { bytes = try ByteStorage(mapping: path) } catch {
            throw FileError(path, error)
        }
        let file = Reader(bytes: bytes, path: path)
        guard bytes.count >= 22, let end = file.endRecord() else {
            throw FileError(
                "\(path) is not an .npz file", hint: "write one with numpy.savez or save weights")
        }
        var arrays: [String: Array] = [:]
        var place = try file.number(end + 16, 4)
        for _ in 0..<(try file.number(end + 10, 2)) {
            guard try file.number(place, 4) == 0x0201_4B50 else { throw file.damaged(place) }
            let nameLength = try file.number(place + 28, 2)
            let name = String(decoding: try file.slice(place + 46, nameLength), as: UTF8.self)
            let content = try file.content(
                at: try file.number(place + 42, 4), method: try file.number(place + 10, 2),
                packed: try file.number(place + 20, 4), unpacked: try file.number(place + 24, 4),
                checksum: UInt32(try file.number(place + 16, 4)))
            if name.hasSuffix(".npy") {
                arrays[String(name.dropLast(4))] = try array(content, name: name, path: path)
            }
            place +=
                46 + nameLength + (try file.number(place + 30, 2))
                + (try file.number(place + 32, 2))
        }
        return arrays
    }

    private struct Reader {
        let bytes: ByteStorage
        let path: String

        func damaged(_ place: Int) -> FileError {
            FileError("\(path) is damaged at byte \(place)", hint: "write it again")
        }

        /// Where the end-of-directory record begins; a comment may follow it.
        func endRecord() -> Int? {
            stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1).first {
                bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 5
                    && bytes[$0 + 3] == 6
            }
        }

        func slice(_ place: Int, _ count: Int) throws(FileError) -> [UInt8] {
            guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
                throw damaged(place)
            }
            return unsafe bytes.withBytes { unsafe Swift.Array($0[place..<place + count]) }
        }

        func number(_ place: Int, _ count: Int) throws(FileError) -> Int {
            try slice(place, count).reversed().reduce(0) { $0 << 8 | Int($1) }
        }

        func content(
            at place: Int, method: Int, packed: Int, unpacked: Int, checksum: UInt32
        ) throws(FileError) -> [UInt8] {
            guard try number(place, 4) == 0x0403_4B50, unpacked <= NumPyArchive.sizeLimit else {
                throw damaged(place)
            }
            let begin = place + 30 + (try number(place + 26, 2)) + (try number(place + 28, 2))
            let raw = try slice(begin, packed)
            let content: [UInt8]
            switch method {
            case 0: content = raw
            case 8:
                // A raw deflate stream in a gzip frame's place.
                content = try Gzip.inflateRaw(raw, path: path, limit: unpacked)
            default:
                throw FileError(
                    "\(path) is packed in a way that lc does not read", hint: "use numpy.savez")
            }
            guard content.count == unpacked, NumPyArchive.checksum(content) == checksum else {
                throw damaged(begin)
            }
            return content
        }
    }

    /// One `.npy` member: versions 1–3, little-endian float32, float64, int and uint8, in C order.
    private static func array(_ bytes: [UInt8], name: String, path: String) throws(FileError)
        -> Array
    {
        let problem = FileError(
            "\(name) in \(path) is not an array that lc reads",
            hint: "save it as float32 in C order")
        guard bytes.count >= 12, bytes[0] == 0x93, bytes[1..<6].elementsEqual("NUMPY".utf8) else {
            throw problem
        }
        let isLong = bytes[6] >= 2
        let length =
            isLong
            ? (0..<4).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
            : Int(bytes[8]) | Int(bytes[9]) << 8
        let start = (isLong ? 12 : 10) + length
        guard start <= bytes.count else { throw problem }
        let header = String(decoding: bytes[(isLong ? 12 : 10)..<start], as: UTF8.self)
        guard header.contains("'fortran_order': False"), let open = header.firstIndex(of: "("),
            let close = header[open...].firstIndex(of: ")")
        else { throw problem }
        let shape = header[header.index(after: open)..<close].split(separator: ",").compactMap {
            Int($0.drop { $0 == " " })
        }
        let data = bytes[start...]
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard size >= 0, !overflow, product <= data.count else { throw problem }
            count = product
        }
        func values<T: FixedWidthInteger>(_: T.Type, _ convert: (T) -> Float) throws(FileError)
            -> [Float]
        {
            let width = T.bitWidth / 8
            guard data.count == count * width else { throw problem }
            return (0..<count).map { index in
                var pattern: T = 0
                for place in 0..<width {
                    pattern |=
                        T(truncatingIfNeeded: data[start + index * width + place]) << T(8 * place)
                }
                return convert(pattern)
            }
        }
        let numbers: [Float]
        if header.contains("'<f4'") {
            numbers = try values(UInt32.self) { Float(bitPattern: $0) }
        } else if header.contains("'<f8'") {
            numbers = try values(UInt64.self) { Float(Double(bitPattern: $0)) }
        } else if header.contains("'<i8'") {
            numbers = try values(Int64.self) { Float($0) }
        } else if header.contains("'<i4'") {
            numbers = try values(Int32.self) { Float($0) }
        } else if header.contains("'|u1'") {
            numbers = try values(UInt8.self) { Float($0) }
        } else {
            throw problem
        }
        return Array(shape: shape, values: numbers)
    }
}
