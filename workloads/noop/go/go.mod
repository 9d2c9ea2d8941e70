module tarebench.dev/noop

go 1.26
