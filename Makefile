# Where there is no make: python3 build/make.py run (Windows: py build\make.py run)
.PHONY: run test bench proof

run test bench proof:
	@python3 build/make.py $@ $(ARGS)
