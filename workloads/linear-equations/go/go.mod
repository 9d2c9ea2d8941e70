module tarebench.dev/linear-equations

go 1.26

require (
	gonum.org/v1/gonum v0.12.0
	tarebench.dev/tare v1.0.0
)

replace tarebench.dev/tare => ../../shared/go
