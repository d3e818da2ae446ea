import CZlib
import Files
import Testing

@Suite struct ChecksumTests {
    /// zlib's, byte by byte.
    private func expected(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var sum: UInt = 0
        for byte in bytes { sum = unsafe CZlib.crc32(sum, [byte], 1) }
        return UInt32(truncatingIfNeeded: sum)
    }

    @Test(arguments: [0, 1, 7, 13])
    func `the checksum is zlib's, of every length and from every address`(start: Int) throws {
        let bytes = (0..<700).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let storage = ByteStorage(bytes: bytes)
        for length in 0..<(bytes.count - start) {
            let places = start..<start + length
            #expect(Checksum.crc32(storage, of: places) == expected(bytes[places]))
        }
    }

    @Test func `parts of megabytes go on where the last one ended`() throws {
        let bytes = (0..<(5 << 20)).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
        #expect(try Checksum.crc32(bytes) == expected(bytes[...]))
    }
}
