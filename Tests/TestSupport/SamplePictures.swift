/// Small JPEG and PNG pictures of one colour or of a few pixels, as other programs wrote them.
package enum SamplePictures {
    /// 8×8, all 200.
    package static let greyJPEG = bytes(
        """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERX\
            RTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABv/EABQQAQAA\
            AAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8ASP/Z
        """)
    /// 8×8, all 199, 60, 19.
    package static let colourJPEG = bytes(
        """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4R\
            DgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU\
            FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAIAAgDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAA\
            B//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAHCP/EABQRAQAAAAAAAAAAAAAAAAAA\
            AAD/2gAMAwEAAhEDEQA/ACwFLDf/2Q==
        """)
    /// 16×16, all 21, 60, 200, in ten scans.
    package static let progressiveJPEG = bytes(
        """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4R\
            DgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU\
            FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAQABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA\
            AAf/xAAVAQEBAAAAAAAAAAAAAAAAAAAGB//aAAwDAQACEAMQAAABlIsxX//EABQQAQAAAAAAAAAAAAAAAAAAACD/\
            2gAIAQEAAQUCH//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQMBAT8Bf//EABQRAQAAAAAAAAAAAAAAAAAAAAD/\
            2gAIAQIBAT8Bf//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEABj8CH//EABQQAQAAAAAAAAAAAAAAAAAAACD/\
            2gAIAQEAAT8hH//aAAwDAQACAAMAAAAQ/wD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAEDAQE/EH//xAAUEQEA\
            AAAAAAAAAAAAAAAAAAAA/9oACAECAQE/EH//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/EB//2Q==
        """)
    /// 8×8 in four inks, as Adobe's programs store them: 245, 53, 5 on paper.
    package static let inkJPEG = bytes(
        """
            /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4L\
            CxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAkI\
            /8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwBU0eC3Jw//2Q==
        """)
    /// 2×2: red, green; blue, 9 8 7.
    package static let colourPNG = bytes(
        """
            iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR42mP4z8DAAMIM/zk52AEaJgMWHnmdNwAA\
            AABJRU5ErkJggg==
        """)
    /// 2×1 of a palette: 10 20 30, which is transparent, and 200 100 50.
    package static let palettePNG = bytes(
        """
            iVBORw0KGgoAAAANSUhEUgAAAAIAAAABAQMAAADO7O3JAAAABlBMVEUKFB7IZDJ3oLOcAAAAAnRSTlMA/1uRIrUA\
            AAAKSURBVHjaY3AAAABCAEGEv45iAAAAAElFTkSuQmCC
        """)
    /// 2×1 of 16 bits: 0x8080 and 0xFFFF.
    package static let deepPNG = bytes(
        """
            iVBORw0KGgoAAAANSUhEUgAAAAIAAAABEAAAAACB2fwVAAAADUlEQVR42mNoaPj/HwAGggL/bOBDIwAAAABJRU5E\
            rkJggg==
        """)
    /// 1×1: 7 8 9, wholly transparent.
    package static let clearPNG = bytes(
        """
            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNg5+BkAAAASwAZtoCjgwAAAABJRU5E\
            rkJggg==
        """)
    /// 2×2 of grey, interlaced: 1 2; 3 4.
    package static let interlacedPNG = bytes(
        """
            iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAAEg2mJuAAAAD0lEQVR42mNgZGBiYGYBAAAfAAsqGXgTAAAAAElF\
            TkSuQmCC
        """)
    /// 65535×65535 in its header, and one byte.
    package static let hugePNG = bytes(
        """
            iVBORw0KGgoAAAANSUhEUgAA//8AAP//CAIAAAA5Z04HAAAACUlEQVR42mMAAAABAAGxDbaTAAAAAElFTkSuQmCC
        """)

    /// The bytes that base64 stands for.
    private static func bytes(_ text: String) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var bytes: [UInt8] = []
        var (bits, count): (UInt32, UInt32) = (0, 0)
        for digit in text.utf8 {
            guard let value = digits.firstIndex(of: digit) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        return bytes
    }
}
