/// What a key did to the line.
enum KeyEffect { case refresh, nothing, endOfFile }
