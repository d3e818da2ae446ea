import Files
import TestSupport
import Testing

/// JPEG and PNG pictures, where the program was built with the trait Images.
@Suite(.enabled(if: PictureReader() != nil, "built without pictures"))
struct PictureTests {
    private func read(_ bytes: [UInt8], side: Int = 1, isGrey: Bool = false) throws -> Picture {
        try #require(PictureReader()).read(bytes, side: side, isGrey: isGrey, readers: 1)
    }

    private func complaint(_ bytes: [UInt8]) -> String {
        do throws(PictureReader.Problem) {
            _ = try PictureReader()?.read(bytes, side: 32, isGrey: false, readers: 1)
            return "nothing was thrown"
        } catch {
            return error.text
        }
    }

    @Test func `colours, palettes, 16 bits, transparency and interlaced rows become bytes`() throws
    {
        let colours = try read(SamplePictures.colourPNG)
        #expect(colours.width == 2 && colours.height == 2 && colours.channels == 3)
        #expect(colours.pixels == [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7])
        #expect(try read(SamplePictures.palettePNG).pixels == [10, 20, 30, 200, 100, 50])
        #expect(try read(SamplePictures.deepPNG, isGrey: true).pixels == [0x80, 0xFF])
        #expect(try read(SamplePictures.deepPNG).pixels == [0x80, 0x80, 0x80, 255, 255, 255])
        #expect(try read(SamplePictures.clearPNG).pixels == [7, 8, 9])
        #expect(try read(SamplePictures.interlacedPNG, isGrey: true).pixels == [1, 2, 3, 4])
    }

    @Test func `JPEGs in grey, colours, inks and several scans become bytes`() throws {
        for (bytes, first) in [
            (SamplePictures.greyJPEG, [200, 200, 200]), (SamplePictures.colourJPEG, [199, 60, 19]),
            (SamplePictures.progressiveJPEG, [21, 60, 200]),
            (SamplePictures.inkJPEG, [245, 53, 5]),
        ] as [([UInt8], [UInt8])] {
            #expect(Array(try read(bytes, side: 8).pixels.prefix(3)) == first)
        }
        #expect(try read(SamplePictures.greyJPEG, side: 8, isGrey: true).pixels.first == 200)
    }

    @Test(arguments: [(20, 16), (8, 16), (5, 16), (4, 8), (3, 8), (2, 4), (1, 2)])
    func `a JPEG is reduced while its shorter side stays long enough`(side: Int, size: Int) throws {
        let picture = try read(SamplePictures.progressiveJPEG, side: side)
        #expect(picture.width == size && picture.height == size)
    }

    @Test func `one reader reads pictures of every kind after each other, broken ones in between`()
        throws
    {
        let reader = try #require(PictureReader())
        let good = [SamplePictures.colourPNG, SamplePictures.greyJPEG, SamplePictures.inkJPEG]
        for turn in 0..<50 {
            for bytes in good {
                let whole = try reader.read(bytes, side: 1, isGrey: false, readers: 1)
                #expect(!whole.pixels.isEmpty)
                let part = Array(bytes.prefix(bytes.count * (turn % 9) / 9))
                #expect(throws: PictureReader.Problem.self) {
                    try reader.read(part, side: 1, isGrey: false, readers: 1)
                }
            }
        }
    }

    @Test(arguments: [
        SamplePictures.colourPNG, SamplePictures.colourJPEG, SamplePictures.progressiveJPEG,
    ])
    func `a picture that is cut short anywhere is damaged`(bytes: [UInt8]) throws {
        for length in 0..<bytes.count - 2 {
            #expect(complaint(Array(bytes.prefix(length))).hasPrefix("is damaged: "), "\(length)")
        }
    }

    @Test func `sizes are judged before memory is taken`() throws {
        #expect(
            complaint(SamplePictures.hugePNG)
                == "is 65535×65535 pixels, which is more than lc reads")
        var jpeg = SamplePictures.colourJPEG
        let header = try #require(
            jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        for offset in [5, 7] { (jpeg[header + offset], jpeg[header + offset + 1]) = (0x80, 0) }
        #expect(complaint(jpeg) == "is 32768×32768 pixels, which is more than lc reads")
    }

    @Test func `smaller is the mean of what is covered, and larger lies between`() throws {
        let picture = try read(SamplePictures.interlacedPNG, isGrey: true)
        // The mean of 1, 2, 3 and 4 is 2.5.
        #expect(picture.resized(to: 1, .crop).pixels == [3])
        #expect(picture.resized(to: 2, .crop) == picture)
        let larger = picture.resized(to: 4, .stretch).pixels
        #expect(larger == [1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 3, 3, 4, 4])
        let wide = try read(SamplePictures.palettePNG)
        // The middle square of two pixels is the first one.
        #expect(wide.resized(to: 1, .crop).pixels == [10, 20, 30])
        #expect(wide.resized(to: 1, .stretch).pixels == [105, 60, 40])
    }
}
