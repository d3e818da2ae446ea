#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The C library's functions, which tests compare lc's own with.
package enum SystemFunctions {
    package static func exp(_ x: Double) -> Double {
        #if canImport(Glibc)
            Glibc.exp(x)
        #else
            Darwin.exp(x)
        #endif
    }

    package static func log(_ x: Double) -> Double {
        #if canImport(Glibc)
            Glibc.log(x)
        #else
            Darwin.log(x)
        #endif
    }
}
