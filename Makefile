# Where there is no make: python3 build/make.py run (Windows: py build\make.py run)
.PHONY: run test bench proof freeze deb tar windows macos checksums installed clean

run test bench proof freeze deb tar windows macos checksums installed clean:
	@python3 build/make.py $@ $(ARGS)
