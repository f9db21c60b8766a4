package dev.fluxlab.kube.auth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/** Keys and certificates as files that only their owner may read. */
final class KeyFolder {

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                createOwnerOnly();
            }
        } catch (IOException e) {
            throw new PkiException("cannot keep keys in " + folder, e);
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void createOwnerOnly() throws IOException {
        if (isPosix()) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    Optional<Identity> load(String name, String algorithm) {
        Path certificate = folder.resolve(name + ".crt");
        Optional<PrivateKey> key = loadKey(name, algorithm);
        if (key.isEmpty() || !Files.exists(certificate)) {
            return Optional.empty();
        }
        try (var in = new ByteArrayInputStream(Files.readAllBytes(certificate))) {
            X509Certificate read =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return Optional.of(new Identity(key.get(), read));
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException("cannot read the certificate in " + certificate, e);
        }
    }

    Optional<PrivateKey> loadKey(String name, String algorithm) {
        Path file = folder.resolve(name + ".key");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] der = Pem.read(Files.readString(file));
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new PkiException("cannot read the key in " + file, e);
        }
    }

    Identity keep(String name, Identity identity) {
        write(name + ".crt", identity.certificatePem());
        keepKey(name, identity.key());
        return identity;
    }

    void keepKey(String name, PrivateKey key) {
        write(name + ".key", Pem.print("PRIVATE KEY", key.getEncoded()));
    }

    /** Written beside and moved, so that a process that ends in between leaves no half of a key. */
    private void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Path draft = isPosix()
                    ? Files.createTempFile(
                            folder,
                            name,
                            ".new",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(folder, name, ".new");
            Files.write(draft, text.getBytes(StandardCharsets.US_ASCII));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PkiException("cannot keep a key in " + file, e);
        }
    }
}
