// Command oracle asks Kubernetes' own libraries what they make of random writes, and records question and answer for
// fluxlab's tests: field ownership, strategic merge patches, decoding, quantities. The seed is fixed, so that the same
// versions record the same. Run it with record.sh.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"log"
	"math/rand"
	"os"
	"path/filepath"
)

func main() {
	specs := flag.String("openapi", "", "folder api/openapi-spec/v3 of the k8s.io/kubernetes module")
	out := flag.String("out", "", "folder to write to")
	count := flag.Int("count", 60, "how many runs of each kind")
	seed := flag.Int64("seed", 20260101, "seed of the random writes")
	flag.Parse()
	if *specs == "" || *out == "" {
		log.Fatal("both -openapi and -out are needed; run record.sh")
	}
	check(os.MkdirAll(*out, 0o755))
	r := &source{rand.New(rand.NewSource(*seed))}
	write(*out, "ownership", ownershipRuns(r, *specs, *count))
	write(*out, "strategic", strategicCases(r, *count*4))
	write(*out, "decoding", decodingCases(r, *count*4))
	write(*out, "quantities", quantityCases(r, *count*4))
}

func write(folder, name string, value any) {
	text, err := json.Marshal(value)
	check(err)
	var packed bytes.Buffer
	zip, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	check(err)
	_, err = zip.Write(text)
	check(err)
	check(zip.Close())
	check(os.WriteFile(filepath.Join(folder, name+".json.gz"), packed.Bytes(), 0o644))
	log.Printf("%s: %d bytes", name, packed.Len())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
