// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: the language's strict mode, so that unsafe code,
/// existential types and what a module exports are written down where they happen.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

let package = Package(
    name: "lc",
    platforms: [.macOS(.v26)],
    products: [.executable(name: "lc", targets: ["lc"])],
    traits: [
        .trait(
            name: "Images", description: "load images: JPEG and PNG, by libjpeg-turbo and libpng")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // The rooms, lowest first: each may import only what stands above it.
        .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "CPictures",
            cSettings: [.define("LC_PICTURES", .when(traits: ["Images"]))],
            linkerSettings: [
                // Linked statically where the system has such archives, so that the binary runs elsewhere.
                .linkedLibrary(":libjpeg.a", .when(platforms: [.linux], traits: ["Images"])),
                .linkedLibrary(":libpng16.a", .when(platforms: [.linux], traits: ["Images"])),
                .linkedLibrary("jpeg", .when(platforms: [.macOS], traits: ["Images"])),
                .linkedLibrary("png", .when(platforms: [.macOS], traits: ["Images"])),
            ]),
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
        .target(name: "Platform", swiftSettings: strict),
        .target(
            name: "Files", dependencies: ["Platform", "CKernels", "CZlib", "CPictures"],
            swiftSettings: strict),
        .target(name: "Declarations", swiftSettings: strict),
        .target(
            name: "Numeric", dependencies: ["CKernels", "Files", "Platform"], swiftSettings: strict),
        .target(
            name: "Learning", dependencies: ["Numeric", "Declarations", "Platform"],
            swiftSettings: strict),
        .target(
            name: "Datasets", dependencies: ["Numeric", "Files", "Platform", "Declarations"],
            resources: [
                .embedInCode("Bundled/digits.csv.gz"), .embedInCode("Bundled/iris.csv"),
            ],
            swiftSettings: strict),
        .target(name: "TerminalText", dependencies: ["Platform"], swiftSettings: strict),
        .target(
            name: "Syntax", dependencies: ["TerminalText", "Platform"], swiftSettings: strict),
        .target(
            name: "Plotting", dependencies: ["TerminalText", "Platform"], swiftSettings: strict),
        .target(
            name: "Notebook", dependencies: ["Plotting", "TerminalText", "Platform"],
            swiftSettings: strict),
        .target(
            name: "Session",
            dependencies: [
                "Notebook", "Syntax", "Learning", "Datasets", "Plotting", "Numeric", "TerminalText",
                "Declarations", "Files", "Platform",
            ],
            swiftSettings: strict),
        .target(
            name: "LineEditing", dependencies: ["CEditline", "TerminalText", "Files", "Platform"],
            swiftSettings: strict),
        .executableTarget(
            name: "lc",
            dependencies: [
                "LineEditing", "Session", "Notebook", "Syntax", "Learning", "Plotting",
                "Numeric", "TerminalText", "Files", "Platform",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .systemLibrary(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        .target(name: "CAllocationCount", path: "Tests/CAllocationCount"),
        .target(
            name: "TestSupport", dependencies: ["CPseudoTerminal", "Platform"],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "RandomScripts",
            dependencies: [
                "Session", "Syntax", "Learning", "TerminalText", "Declarations", "Files",
                "Platform", "TestSupport",
            ],
            path: "Tests/RandomScripts", swiftSettings: strict),
        .testTarget(
            name: "NumericTests", dependencies: ["Numeric", "Files", "Platform", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "LearningTests",
            dependencies: [
                "Learning", "Numeric", "Declarations", "Files", "Platform", "CAllocationCount",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PlatformTests", dependencies: ["Platform", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "FilesTests", dependencies: ["Files", "Platform", "TestSupport", "CZlib"],
            swiftSettings: strict),
        .testTarget(
            name: "DatasetsTests",
            dependencies: [
                "Datasets", "Numeric", "Files", "Declarations", "Platform", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TerminalTextTests", dependencies: ["TerminalText", "TestSupport"],
            exclude: ["widths.txt"], swiftSettings: strict),
        .testTarget(
            name: "SyntaxTests", dependencies: ["Syntax", "TerminalText", "Platform"],
            swiftSettings: strict),
        .testTarget(
            name: "PlottingTests", dependencies: ["Plotting", "TerminalText"],
            swiftSettings: strict),
        .testTarget(
            name: "NotebookTests", dependencies: ["Notebook", "Plotting", "TestSupport"],
            exclude: ["markdown-cases.md", "markdown-cases.html"], swiftSettings: strict),
        .testTarget(
            name: "SessionTests",
            dependencies: [
                "Session", "Notebook", "Plotting", "Syntax", "Learning", "Datasets", "Files",
                "Platform", "TestSupport", "RandomScripts",
            ],
            exclude: ["Journals"], swiftSettings: strict),
        .testTarget(
            name: "LineEditingTests",
            dependencies: ["LineEditing", "TerminalText", "Platform", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "lcTests",
            dependencies: ["lc", "LineEditing", "Session", "Plotting", "TerminalText"],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["lc", "Platform", "TestSupport"],
            exclude: ["SavedSessions"],
            swiftSettings: strict),
    ]
)

// libFuzzer needs its own flags in every room, so scripts/fuzz alone builds this target.
if Context.environment["LC_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Session", "Syntax", "Datasets", "Notebook", "LineEditing", "Numeric",
                "Declarations",
                "Files", "TerminalText", "Platform", "RandomScripts", "TestSupport",
            ],
            path: "Tests/Fuzz", exclude: ["Corpus"], swiftSettings: strict))
}
