module tarebench.dev/float-operation

go 1.26

require tarebench.dev/tare v1.0.0

replace tarebench.dev/tare => ../../shared/go
