import Files
import RandomScripts

/// Pictures: JPEG and PNG, read and made another size.
enum PicturesTarget: FuzzTarget {
    static let name = "pictures"

    static func take(_ bytes: [UInt8]) {
        guard let reader = PictureReader() else { return }
        for (side, isGrey) in [(1, false), (8, true), (64, false)] {
            Trial.limited {
                do throws(PictureReader.Problem) {
                    let picture = try reader.read(bytes, side: side, isGrey: isGrey, readers: 1)
                    precondition(picture.channels == (isGrey ? 1 : 3), "other colours")
                    for fit in Picture.Fit.allCases {
                        let square = picture.resized(to: 5, fit)
                        precondition(square.width == 5 && square.height == 5, "another size")
                    }
                } catch {
                    precondition(!error.text.isEmpty, "an error that says nothing")
                }
            }
        }
    }
}
