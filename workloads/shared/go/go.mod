module tarebench.dev/tare

go 1.26
