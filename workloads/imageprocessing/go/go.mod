module tarebench.dev/imageprocessing

go 1.26

require (
	github.com/anthonynsimon/bild v0.13.0
	tarebench.dev/tare v1.0.0
)

replace tarebench.dev/tare => ../../shared/go
