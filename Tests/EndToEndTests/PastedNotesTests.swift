import TestSupport
import Testing

/// One page of notes as it is written, as a PDF viewer copies it, and as a chat mangles it.
@Suite struct PastedNotesTests {
    private static let script = """
        load digits
        preprocess standardize
        loss svm margin=1
        reg l2 1e-3
        gd momentum=0.9 steps=20
        init
        loss softmax
        lr = 1e-2
        sgd lr=$lr batch=256 epochs=3
        for part in ["train", "test"] {
            eval (part)
        }
        explain scores=[3.2, -5.1, -1.7] label=0
        """

    private static let markdown = """
        # Lecture 3: Loss functions and optimization

        The digits are part of `lc`, so nothing has to be downloaded. We *standardize* them:
        every feature gets mean 0 and variance 1.

        ```lc
        lc> load digits
        digits: 1797 examples, 64 features, 10 classes
        lc> preprocess standardize
        ```

        ## The objective

        The multiclass SVM loss wants a margin of 1, with an L2 penalty:

        ```lc
        loss svm margin=1
        reg l2 1e-3
        ```

        In Python one would write

        ```python
        scores = W.dot(x) + b
        loss = np.maximum(0, margins).sum()
        ```

        and then descend, first with all examples:

        ```lc
        gd momentum=0.9 steps=20
        ```

        > **Note.** Softmax differs only in its loss:
        >
        > ```lc
        > init
        > loss softmax
        > ```

        Now with minibatches:

        ~~~
        lr = 1e-2
        sgd lr=$lr batch=256 epochs=3
        for part in ["train", "test"] {
            eval (part)
        }
        ~~~

        which prints something like

        ```
          train accuracy 0.98
        ```

        and, as on the slide:

        ```lc
        explain scores=[3.2, -5.1, -1.7] label=0
        ```
        """

    private static let pdf = """
        Lecture 3: Loss functions and optimization
        The digits are part of lc, so nothing has to be downloaded. We standardize them: every
        feature gets mean 0 and variance 1.
        lc> load digits
        lc> preprocess standardize
        The objective
        The multiclass SVM loss wants a margin of 1, with an L2 penalty:
        lc> loss svm margin=1
        lc> reg l2 1×10⁻³\u{C}Fei-Fei Li, Justin Johnson, Serena Yeung    Lecture 3 - 57    April 11, 2017
        and then descend, ﬁrst with all examples:
        lc> gd momentum=0.9 steps=20
        Softmax diﬀers only in its loss:
        lc> init
        lc> loss softmax
        58
        Now with minibatches:
        lc> lr = 1e−2
        lc> sgd lr=$lr batch=256 epochs=3
        lc> for part in [“train”, “test”] {
        ...>     eval (part)
        ...> }
        train accuracy 0.98
        lc> explain scores=[3.2, −5.1, −1.7] label=0
        """

    private static let pdfWithoutPrompts = """
        Lecture 3: Loss functions and optimization
        The digits are part of lc, so nothing has to be downloaded. We standardize them: every
        feature gets mean 0 and variance 1.
        load digits
        preprocess standardize
        The objective
        The multiclass SVM loss wants a margin of 1, with an L2
        penalty:
        loss svm margin=1
        reg l2 1×10⁻³\u{C}Fei-Fei Li, Justin Johnson, Serena Yeung    Lecture 3 - 57    April 11, 2017
        and then descend, ﬁrst with all examples:
        gd momen-
        tum=0.9 steps=20
        Softmax diﬀers only in its loss:
        init
        loss softmax
        58
        Now with minibatches:
        lr = 1e−2
        sgd lr=$lr
        batch=256 epochs=3
        for part in [“train”, “test”] {
        eval (part)
        }
        As on the slide:
        explain scores=[3.2, −5.1, −1.7] label=0
        """

    private static let chat = """
        Sure! Here\u{2019}s how you\u{A0}do it \u{2014} first load the data:

        1.\u{A0}Load digits
        2.\u{A0}`preprocess standardize`

        Then choose the loss\u{2026}

        \u{2022} loss\u{A0}svm\u{A0}margin=1
        \u{2022} reg l2 10\u{207B}\u{B3}

        Then descend, with all examples first:

        \u{2022} gd momentum=0.9 steps=20
        \u{2022} init
        \u{2022} loss softmax
        \u{2022} lr = 1e\u{2212}2
        \u{2022} sgd lr=$lr batch=256\u{A0}epochs=3

        for part in [\u{201C}train\u{201D}, \u{201C}test\u{201D}] {
        \u{A0}\u{A0}\u{A0}\u{A0}eval (part)
        }

        And here\u{2019}s the one from the slide:

        explain scores=[3.2, \u{2212}5.1, \u{2212}1.7] label=0

        Hope that helps!
        """

    /// What a text's statements gave, without cell numbers, times and how they were written.
    private func results(_ run: RunResult) -> [String] {
        run.output.split(separator: "\n").map { line in
            var kept = ""
            for part in line.split(separator: ",\"") {
                let name = part.prefix { $0 != ":" }
                if ["seconds\"", "source\"", "examples_per_second\""].contains(name) { continue }
                if name.hasPrefix("{\"cell") || name.hasPrefix("output") { continue }
                kept += part + "\n"
            }
            return kept
        }
    }

    @Test(arguments: ["markdown", "pdf", "pdf without prompts", "chat"])
    func `copied notes run to the results of the clean script`(kind: String) {
        let texts = [
            "markdown": Self.markdown, "pdf": Self.pdf,
            "pdf without prompts": Self.pdfWithoutPrompts, "chat": Self.chat,
        ]
        let clean = BuiltProgram.run(["--json", "-"], input: Self.script)
        #expect(clean.status == 0 && clean.errors.isEmpty, "\(clean.errors)")
        let copied = BuiltProgram.run(["--json", "-"], input: texts[kind] ?? "")
        #expect(copied.status == 0, "\(copied.errors)")
        #expect(copied.errors.hasPrefix("  copied text: "))
        #expect(results(copied) == results(clean))
        let folder = TemporaryFolder()
        folder.write("notes.txt", texts[kind] ?? "")
        let file = BuiltProgram.run(["--json", "--paste", folder.path + "/notes.txt"])
        #expect(results(file) == results(clean))
    }

    @Test func `errors in notes name the line of the notes`() {
        let run = BuiltProgram.run(
            ["-"], input: "Here we train the model.\n\nload iris\nsgd btach=3")
        #expect(run.errors.contains("standard input:4:5: error: sgd has no option 'btach'"))
    }

    @Test func `UTF-16 and CP949 are read`() {
        let folder = TemporaryFolder()
        let text = "print \"한글\""
        let units = ([0xFEFF] + Array(text.utf16)) as [UInt16]
        folder.write("little.txt", bytes: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        folder.write("big.txt", bytes: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        folder.write("korean.txt", bytes: Array("print \"".utf8) + [0xC7, 0xD1, 0xB1, 0xDB, 0x22])
        for name in ["little", "big", "korean"] {
            let run = BuiltProgram.run(["--paste", "\(folder.path)/\(name).txt"])
            #expect(run.output == "한글\n", "\(name): \(run.errors)")
        }
    }

    @Test func `bytes that are no text are told of by their line`() {
        let folder = TemporaryFolder()
        folder.write("odd.txt", bytes: Array("print 1\nprint \"a".utf8) + [0xFF, 0xFF, 0x22, 0x0A])
        let run = BuiltProgram.run(["--paste", folder.path + "/odd.txt"])
        #expect(run.output.hasPrefix("1\na\u{FFFD}"))
        #expect(run.errors.contains("odd.txt:2: not UTF-8"))
    }

    @Test func `the fences of notes are mended, line numbers kept, and nothing of them left out`() {
        let folder = TemporaryFolder()
        folder.write(
            "notes.md",
            "# Notes\n\n```lc\nlc> x = 1×10⁻³\n0.001\nlc> print “so”\u{A0}$x\n```\n\n"
                + "```lc\nsome words that are no code.\n```\n")
        let run = BuiltProgram.run([folder.path + "/notes.md"])
        #expect(run.output == "so 0.001\n")
        #expect(run.errors.contains("notes.md:4: 1 space made plain"))
        #expect(run.errors.contains("notes.md:10:1: error: there is no command 'some'"))
        let test = BuiltProgram.run(["test", folder.path + "/notes.md"])
        #expect(test.status == 1 && test.errors.contains("notes.md:10:1"))
    }

    @Test func `a file whose name is stored in jamo is found by its syllables`() {
        let folder = TemporaryFolder()
        folder.write(
            "\u{1112}\u{1161}\u{11AB}.csv",
            "a,b,label\n" + String(repeating: "1,2,x\n2,1,y\n", count: 10))
        let run = BuiltProgram.run(["-c", "load csv '\(folder.path)/한.csv'; data"])
        #expect(run.status == 0, "\(run.errors)")
    }
}
