// Command schema distils what fluxlab must know of Kubernetes' built-in kinds: Go's struct tags, which decide how an
// object is written in JSON and in protobuf, and the published OpenAPI, which says how lists merge and what a field is for.
// It writes one structure and one OpenAPI file for each Go package. See docs/adr/0003-schema-data.md.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
	"sort"
)

// Out is everything that is written: packages by name, each with its types by name.
type Out struct {
	structures map[string]map[string]*Type
	openapi    map[string]map[string]json.RawMessage
}

func main() {
	specs := flag.String("openapi", "", "folder api/openapi-spec/v3 of the k8s.io/kubernetes module")
	enums := flag.String("enums", "", "file pkg/generated/openapi/zz_generated.openapi.go of the k8s.io/kubernetes module")
	out := flag.String("out", "", "folder to write to")
	flag.Parse()
	if *specs == "" || *enums == "" || *out == "" {
		log.Fatal("-openapi, -enums and -out are needed; run generate.sh")
	}
	components := readComponents(*specs)
	addEnums(*enums, components)
	r := newReflector(components)
	index := map[string]string{}
	for _, kind := range servedKinds() {
		index[kind.key] = r.visit(kind.goType)
	}
	write(filepath.Join(*out, "index.json.gz"), index)
	for pkg, types := range r.out.structures {
		write(filepath.Join(*out, pkg+".json.gz"), types)
		write(filepath.Join(*out, pkg+".openapi.json.gz"), r.out.openapi[pkg])
	}
	report(*out)
}

func write(file string, value any) {
	text, err := json.Marshal(value)
	check(err)
	var packed bytes.Buffer
	zip, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	check(err)
	_, err = zip.Write(text)
	check(err)
	check(zip.Close())
	check(os.WriteFile(file, packed.Bytes(), 0o644))
}

func report(folder string) {
	files, err := filepath.Glob(filepath.Join(folder, "*.gz"))
	check(err)
	sort.Strings(files)
	total := int64(0)
	for _, file := range files {
		info, err := os.Stat(file)
		check(err)
		total += info.Size()
	}
	log.Printf("%d files, %d bytes", len(files), total)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
