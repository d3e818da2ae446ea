import TestSupport
import Testing

/// lc reads what Python's libraries write, and they read what lc writes.
@Suite struct PythonFilesTests {
    private static let hasPython = TestTools.python != nil || TestTools.areRequired

    @Test(
        .enabled(if: hasPython, "scripts/test-tools installs what it needs"),
        arguments: [
            "pickle", "tar", "npz", "npy", "table", "korean", "sparse", "pictures", "model",
        ])
    func `files pass between Python and lc`(kind: String) throws {
        let python = try #require(TestTools.python)
        let folder = TemporaryFolder()
        folder.write("check.py", Self.script)
        let status = Shell.run(
            "cd '\(folder.path)' && \(python) check.py \(kind) '\(BuiltProgram.path)' >out 2>&1")
        #expect(status == 0, "\(folder.read("out"))")
    }

    /// Each kind writes files, has lc load them, and compares means and deviations of the features, and the
    /// classes, with numpy's.
    private static let script = """
        import csv, os, pickle, subprocess, sys, tarfile
        import numpy as np
        kind, lc = sys.argv[1:]
        random = np.random.default_rng(3)

        def run(statements):
            os.environ['XDG_CACHE_HOME'] = os.getcwd() + '/cache'
            done = subprocess.run([lc, '-c', statements], capture_output=True, text=True)
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout

        def check(load, X, classes, split='split val=0 test=0; '):
            text = run(f'{load}; {split}init 0; save weights w.npz; predict train save=p.csv')
            weights = np.load('w.npz')
            X = np.asarray(X, dtype=np.float64).reshape(len(X), -1)
            np.testing.assert_allclose(weights['mean'], X.mean(0), rtol=1e-5, atol=1e-5)
            deviation = X.std(0)
            np.testing.assert_allclose(
                weights['scale'], np.where(deviation > 1e-30, deviation, 1), rtol=1e-4, atol=1e-5)
            rows = list(csv.reader(open('p.csv', encoding='utf-8')))
            assert len(rows) - 1 == len(X), text
            assert {row[-1] for row in rows[1:]} <= set(classes), rows[1]
            return text

        def cifar(folder):
            os.mkdir(folder)
            batches = []
            for name in [f'data_batch_{i}' for i in range(1, 6)] + ['test_batch']:
                data = random.integers(0, 256, (4, 3072), dtype=np.uint8)
                with open(f'{folder}/{name}', 'wb') as file:
                    pickle.dump({'data': data, 'labels': [0, 1, 2, 3]}, file, protocol=2)
                batches.append(data)
            names = [f'c{i}' for i in range(10)]
            pickle.dump({'label_names': names}, open(f'{folder}/batches.meta', 'wb'), protocol=2)
            return np.concatenate(batches[:5]), names

        if kind == 'pickle':
            X, names = cifar('cifar-10-batches-py')
            check('load cifar10 cifar-10-batches-py', X, names, 'split val=0; ')
        elif kind == 'tar':
            X, names = cifar('cifar-10-batches-py')
            with tarfile.open('cifar.tar.gz', 'w:gz') as archive:
                archive.add('cifar-10-batches-py')
            assert 'taken as cifar10' in check('load ./cifar.tar.gz', X, names, 'split val=0; ')
        elif kind == 'npz':
            X = random.standard_normal((50, 4, 3)).astype('>f8')
            np.savez_compressed('a.npz', X=X, labels=np.array(['가', 'b'] * 25))
            check('load a.npz', X, ['가', 'b'])
            np.savez('b.npz', x=X.astype('f2'), y=np.arange(50, dtype='u8') % 3)
            check('load npz b.npz', X.astype('f2'), '012')
        elif kind == 'npy':
            for type in ['f4', 'f8', 'i2', '<i8', '>i4', 'u1', '?']:
                X = np.asfortranarray(random.integers(0, 9, (30, 5))).astype(type)
                np.save('a.npy', X)
                np.save('y.npy', np.arange(30) % 2 == 0)
                check('load a.npy', X, ['0', '1'])
        elif kind == 'table':
            X = random.standard_normal((40, 3))
            with open('a.csv', 'w', newline='') as file:
                writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
                writer.writerow(['a', 'b, c', 'd "e"', 'kind'])
                writer.writerows([*row, f'k{i % 3}'] for i, row in enumerate(X))
            check('load a.csv', X, ['k0', 'k1', 'k2'])
        elif kind == 'korean':
            with open('a.csv', 'w', newline='', encoding='cp949') as file:
                csv.writer(file).writerows(
                    [['길이', '너비', '종류']]
                    + [[i, i % 7, ['고양이', '강아지', '토끼'][i % 3]] for i in range(30)])
            X = [[i, i % 7] for i in range(30)]
            assert 'cp949' in check('load a.csv', X, ['고양이', '강아지', '토끼'])
        elif kind == 'sparse':
            X = random.standard_normal((30, 6)) * (random.random((30, 6)) < 0.5)
            X[0, 0], X[0, 5] = 1, 1
            with open('a', 'w') as file:
                file.write('# Generated by dump_svmlight_file\\n# Column indices are zero-based\\n#\\n')
                for i, row in enumerate(X):
                    pairs = ' '.join(f'{d}:{x:.16g}' for d, x in enumerate(row) if x)
                    file.write(f'{i % 2} qid:{i} {pairs}\\n')
            text = check('load ./a', X, '01', 'split val=0 test=0; preprocess standardize; ')
            assert 'taken as libsvm' in text and 'columns count from 0' in text, text
        elif kind == 'pictures':
            from PIL import Image
            X = []
            for part in ['cat', 'dog']:
                os.makedirs(f'pictures/{part}')
                for i in range(9):
                    pixels = random.integers(0, 256, (32, 32, 3), dtype=np.uint8)
                    picture = Image.fromarray(pixels)
                    path = f'pictures/{part}/{i}.' + ('png' if i % 3 == 0 else 'jpg')
                    picture.save(path, **({'progressive': True} if i % 3 == 2 and path.endswith('g') else {}))
                    X.append(np.asarray(Image.open(path).convert('RGB')))
            check('load pictures', X, ['cat', 'dog'])
        elif kind == 'model':
            run('load iris; loss softmax; sgd epochs=3; save model m.npz; predict train save=p.csv')
            model = np.load('m.npz')
            rows = list(csv.DictReader(open('p.csv')))
            assert model['W'].shape == (3, 4) and len(rows) == 90
            assert {*rows[0].values()} & set(model['classes'].tolist())
        """
}
